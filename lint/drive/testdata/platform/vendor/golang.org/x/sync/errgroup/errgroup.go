// Package errgroup has the functions of the real one that the cases call.
package errgroup

import "context"

type Group struct{ err error }

func WithContext(ctx context.Context) (*Group, context.Context) { return new(Group), ctx }

func (g *Group) Wait() error { return g.err }

func (g *Group) Go(f func() error) { g.err = f() }

func (g *Group) TryGo(f func() error) bool { g.err = f(); return true }

func (g *Group) SetLimit(n int) {}
