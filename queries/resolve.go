package queries

// Resolve returns arguments as [Query.Bind] takes them: find turns the name of an
// entity into its IRI, and what describes an article into its ID; anything else
// is as it was typed.
func (q Query) Resolve(args map[string]string, find func(Kind, string) (string, error)) (map[string]string, error) {
	resolved := make(map[string]string, len(args))
	for name, value := range args {
		resolved[name] = value
	}
	for _, a := range q.Args {
		value, given := args[a.Name]
		if !given || a.Kind != Entity && a.Kind != Article {
			continue
		}
		found, err := find(a.Kind, value)
		if err != nil {
			return nil, err
		}
		resolved[a.Name] = found
	}
	return resolved, nil
}
