module example.com/catalogue

go 1.25

require golang.org/x/sync v0.12.0
