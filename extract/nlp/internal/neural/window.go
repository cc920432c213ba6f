package neural

// Memory and time for the arcs of a sentence grow with the square of its length,
// and a text without a full stop may be of any length. So a long one is analysed
// in windows, which end after a mark where there is one in their last half. The
// root of each window but the first hangs on that of the one before it.
const (
	longestWindow = 240
	windowJoin    = "parataxis"
)

// windowMarks are where a window may end, the best first.
var windowMarks = [...]string{".", ";", ":", ","}

// window returns how many words the first window of a sentence has.
func window(words []string) int {
	if len(words) <= longestWindow {
		return len(words)
	}
	for _, mark := range windowMarks {
		for i := longestWindow; i > longestWindow/2; i-- {
			if words[i-1] == mark {
				return i
			}
		}
	}
	return longestWindow
}

// join makes the heads in a window those of the sentence, and hangs the window
// on the root of the one before it, if there is one. It returns the root of the
// window.
func join(words []Word, first, end, before int) int {
	root := first
	for i := first; i < end; i++ {
		if words[i].Head < 0 {
			root = i
			continue
		}
		words[i].Head += first
	}
	if before >= 0 {
		words[root].Head, words[root].Rel = before, windowJoin
	}
	return root
}
