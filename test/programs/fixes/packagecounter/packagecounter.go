package packagecounter

var total int

// Add counts.
func Add(n int) { total += n }

// Total reads.
func Total() int { return total }
