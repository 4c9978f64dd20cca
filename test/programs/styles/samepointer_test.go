// want race-missing-lock user.logins

package styles

import (
	"sync"
	"testing"
)

type user struct{ logins int }

func TestSamepointer(t *testing.T) {
	u := &user{}
	var wg sync.WaitGroup
	for _, each := range []*user{u, u, u} {
		wg.Add(1)
		go func() { defer wg.Done(); each.logins++ }()
	}
	wg.Wait()
}
