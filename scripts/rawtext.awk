# Writes the documents of a CoNLL-U file as plain text, one file each, as they
# would come to a reader: a blank line between paragraphs, and between sentences
# the white space that the last token says. OUT is the folder.
#
#	awk -v OUT=folder -f rawtext.awk bank.conllu
BEGIN { FS = "\t" }
/^# newdoc/ {
	if (file) { printf "\n" >file; close(file) }
	file = sprintf("%s/%05d.txt", OUT, ++documents)
	gap = ""
	next
}
/^# newpar/ { if (gap != "") gap = "\n\n"; next }
/^# text = / { text = substr($0, 10); printf "%s%s", gap, text >file; next }
/^[0-9]+\t/ || /^[0-9]+-/ {
	if ($1 ~ /-/) { split($1, ends, "-"); whole = ends[2]; glued = $10 ~ /SpaceAfter=No/ }
	else if ($1 + 0 > whole + 0) glued = $10 ~ /SpaceAfter=No/
	next
}
/^$/ { gap = glued ? "" : " "; whole = 0 }
END { if (file) printf "\n" >file }
