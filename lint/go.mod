module github.com/go-race-audit/go-race-audit/lint

go 1.24.0

require golang.org/x/tools v0.42.0
