// Package ownerlock changes what a queue holds without the queue's lock.
package ownerlock

import "sync"

// Pod is an entry.
type Pod struct{ stamp int }

// Queue holds pods.
type Queue struct {
	lock sync.RWMutex
	pods map[string]*Pod
}

// New makes a queue of one pod.
func New() *Queue { return &Queue{pods: map[string]*Pod{"a": {}}} }

// Sum adds the stamps.
func (q *Queue) Sum() int {
	q.lock.RLock()
	defer q.lock.RUnlock()
	total := 0
	for _, p := range q.pods {
		total += p.stamp
	}
	return total
}

// Touch stamps a pod.
func Touch(q *Queue, name string, stamp int) {
	q.pods[name].stamp = stamp
}
