// Package races has one race of every shape that prints differently.
package races

import "sync/atomic"

// Store is generic, so that its methods print their type arguments.
type Store[K comparable, V any] struct{ items map[K]V }

// Put writes without a lock.
func (s *Store[K, V]) Put(key K, value V) { s.items[key] = value }

// Counter is read plainly and written atomically.
type Counter struct{ n int64 }

// Add is the atomic side.
func (c *Counter) Add() { atomic.AddInt64(&c.n, 1) }

// Value is the plain side.
func (c *Counter) Value() int64 { return c.n }
