package fuzz

import "testing"

func FuzzIndex(f *testing.F) {
	f.Add(3)
	f.Fuzz(func(t *testing.T, n int) { _ = []int{1, 2}[n] })
}
