package data

// SeatOf returns the name of the country or union whose government people mean by
// the name of its seat: "Moscow", "the Kremlin". Brussels is the European Union's:
// of Belgium's government hardly anybody speaks so.
func SeatOf(name string) (string, bool) {
	if p, ok := PlaceNamed(name); ok && p.Kind == "seat" {
		return p.Country, true
	}
	if c, ok := CountryOfCapital(name); ok {
		if c.Name == "Belgium" {
			return "European Union", true
		}
		return c.Name, true
	}
	return "", false
}
