module zhol

go 1.26

require (
	github.com/maxence-charriere/go-app/v10 v10.1.11
	github.com/yourbasic/graph v0.0.0-20210606180040-8ecfec1c2869
	gonum.org/v1/gonum v0.17.0
)

require github.com/google/uuid v1.6.0 // indirect
