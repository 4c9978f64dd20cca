// Package copiedlock (R15): a value receiver copies the mutex.
package copiedlock

import "sync"

// Account holds money.
type Account struct {
	mu      sync.Mutex
	balance int
}

// Deposit locks the account.
func (a *Account) Deposit(n int) {
	a.mu.Lock()
	a.balance += n
	a.mu.Unlock()
}

// Balance reads a copy. It leaves the copy's lock alone: a lock that was copied while held would hang the test.
func (a Account) Balance() int { return a.balance }
