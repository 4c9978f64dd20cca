package structmap

// Store keeps values.
type Store struct {
	values map[string]string
}

// New is empty.
func New() *Store { return &Store{values: make(map[string]string)} }

// Set writes.
func (s *Store) Set(key, value string) { s.values[key] = value }

// Get reads.
func (s *Store) Get(key string) (string, bool) {
	v, ok := s.values[key]
	return v, ok
}

// Update reads and writes.
func (s *Store) Update(key string) {
	if _, ok := s.Get(key); !ok {
		s.Set(key, "new")
	}
}
