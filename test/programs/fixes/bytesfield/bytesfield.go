package bytesfield

// Frame keeps the latest bytes.
type Frame struct {
	data []byte
}

// Append adds bytes.
func (f *Frame) Append(p []byte) {
	f.data = append(f.data, p...)
}

// Size tells how many there are.
func (f *Frame) Size() int { return len(f.data) }
