package main

import (
	"kg/extract"
	"kg/extract/link"
)

// writeLinked writes outputs once they are linked with each other.
func writeLinked(held []output, write func(output) error) error {
	all := make([]*extract.Extraction, len(held))
	for i, o := range held {
		all[i] = o.extraction
	}
	linkAll(all)
	for _, o := range held {
		if err := write(o); err != nil {
			return err
		}
	}
	return nil
}

// linkAll gives the entities of several articles the IRIs that they have
// together.
func linkAll(all []*extract.Extraction) {
	var profiles []link.Profile
	var owner []int // index into all, by profile
	for i, x := range all {
		for _, p := range link.Profiles(x) {
			profiles = append(profiles, p)
			owner = append(owner, i)
		}
	}
	renamed := make([]map[string]string, len(all))
	for i, iri := range link.Map(profiles) {
		if iri != profiles[i].ID {
			if renamed[owner[i]] == nil {
				renamed[owner[i]] = map[string]string{}
			}
			renamed[owner[i]][profiles[i].ID] = iri
		}
	}
	for i, x := range all {
		if renamed[i] != nil {
			link.Rename(x, renamed[i])
		}
	}
}
