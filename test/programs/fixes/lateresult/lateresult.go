package lateresult

// Load computes in the background.
func Load() int {
	result := 0
	go func() {
		for i := range 10 {
			result += i
		}
	}()
	return result
}
