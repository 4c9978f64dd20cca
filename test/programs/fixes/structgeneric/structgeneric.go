package structgeneric

// Set holds values.
type Set[T comparable] struct {
	values map[T]bool
}

// New is empty.
func New[T comparable]() *Set[T] { return &Set[T]{values: map[T]bool{}} }

// Add puts one in.
func (s *Set[T]) Add(v T) { s.values[v] = true }

// Has tells.
func (s *Set[T]) Has(v T) bool { return s.values[v] }
