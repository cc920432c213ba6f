package source

import (
	"encoding/binary"
	"unicode/utf16"
)

// decodeUTF16 returns content as UTF-8 if it is UTF-16, with its byte order mark or
// plainly so. Other content that happens to start like it is told apart: it has an odd
// length, broken surrogates, or hardly any characters of English.
func decodeUTF16(content []byte) (string, bool) {
	if len(content) < 4 || len(content)%2 != 0 {
		return "", false
	}
	order, begin := orderOf(content)
	if order == nil {
		return "", false
	}
	units := make([]uint16, 0, len(content)/2)
	ascii := 0
	for at := begin; at < len(content); at += 2 {
		unit := order.Uint16(content[at:])
		if unit != 0 && unit < 0x80 {
			ascii++
		}
		units = append(units, unit)
	}
	runes := utf16.Decode(units)
	for _, r := range runes {
		if r == 0xfffd {
			return "", false
		}
	}
	return string(runes), ascii*2 > len(units)
}

// orderOf returns the order of the bytes of UTF-16, and where its text begins; nil where
// content is none. Without a mark it is known by the zero bytes of its first letters.
func orderOf(content []byte) (order binary.ByteOrder, begin int) {
	switch [2]byte(content) {
	case [2]byte{0xff, 0xfe}:
		return binary.LittleEndian, 2
	case [2]byte{0xfe, 0xff}:
		return binary.BigEndian, 2
	}
	var zeros [2]int // at even and at odd places
	head := content[:min(len(content), sniffLength)]
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch most := len(head) / 2; {
	case zeros[0] == 0 && zeros[1]*10 > most*9:
		return binary.LittleEndian, 0
	case zeros[1] == 0 && zeros[0]*10 > most*9:
		return binary.BigEndian, 0
	}
	return nil, 0
}
