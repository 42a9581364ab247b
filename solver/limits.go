package solver

import "zhol/solver/tariff"

// The most that a question may hold. A link and a flag keep to the same bounds, so that what one takes no other refuses.
const (
	MostListed      = 40                      // routes
	MostSlack       = 50                      // percent of the least money, time and carbon
	MostVias        = 8                       // things to pass: the bits of search.Question.Need
	MostAvoided     = tariff.MostClosed       // things closed
	MostCargoValue  = tariff.MostCargo / 100  // US dollars per FEU
	MostCarbonPrice = tariff.MostCarbon / 100 // US dollars per tonne of CO2e
)

// MostTonnes is the most that any box holds.
func MostTonnes() int { return tariff.MostTonnes() }

// TonnesIn is how many tonnes of goods are reckoned with in a cargo's box: as many as it says, or the usual.
func TonnesIn(c Cargo) float64 { return tariff.TonnesIn(c) }

// MostTonnesIn is the most that a cargo's box holds.
func MostTonnesIn(c Cargo) int { return tariff.MostTonnesIn(c) }

// unfitCargo stands in a cut for the kind of the cargo: general goods may go where it may not.
const unfitCargo = "cargo"
