package lazyflag

var (
	loaded bool
	table  []int
)

// Table is computed when it is first needed.
func Table() []int {
	if !loaded {
		for i := range 10 {
			table = append(table, i*i)
		}
		loaded = true
	}
	return table
}
