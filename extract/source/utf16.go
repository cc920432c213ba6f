package source

import (
	"encoding/binary"
	"unicode/utf16"
)

// decodeUTF16 returns content as UTF-8 if it is UTF-16 with its byte order
// mark. Other content that happens to start with those two bytes is told apart:
// it has an odd length, broken surrogates, or hardly any characters of English.
func decodeUTF16(content []byte) (string, bool) {
	if len(content) < 4 || len(content)%2 != 0 {
		return "", false
	}
	var order binary.ByteOrder
	switch [2]byte(content) {
	case [2]byte{0xff, 0xfe}:
		order = binary.LittleEndian
	case [2]byte{0xfe, 0xff}:
		order = binary.BigEndian
	default:
		return "", false
	}
	units := make([]uint16, 0, len(content)/2-1)
	ascii := 0
	for at := 2; at < len(content); at += 2 {
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
