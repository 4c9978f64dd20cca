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

// Balance locks a copy.
func (a Account) Balance() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.balance
}
