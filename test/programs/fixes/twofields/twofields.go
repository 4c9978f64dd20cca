// Package twofields counts and lists without a lock.
package twofields

// Pool has workers.
type Pool struct {
	running int
	workers []int
}

// Add adds a worker.
func (p *Pool) Add(w int) {
	p.running++
	p.workers = append(p.workers, w)
}

// Len is how many there are, by either count.
func (p *Pool) Len() (int, int) {
	return p.running, len(p.workers)
}
