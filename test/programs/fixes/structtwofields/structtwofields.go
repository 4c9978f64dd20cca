package structtwofields

// Span is a range that moves.
type Span struct {
	from, to int
}

// Move shifts both ends.
func (s *Span) Move(by int) {
	s.from += by
	s.to += by
}

// Bounds reads both.
func (s *Span) Bounds() (int, int) {
	return s.from, s.to
}
