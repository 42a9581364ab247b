// Package search finds which ways are best: exact potentials, the Pareto front, alternatives ranked by gateway, and
// the cut that blocks every way. It knows nothing of trains or ships: arcs carry integers and sets of bits.
//
// A Graph is immutable once built and shared by every search on it. Go cannot enforce this: nothing may write to its
// slices. A Weights belongs to one scenario and is immutable in the same way. A Searcher is the opposite: buffers that
// are written by every question, so one goroutine at a time.
//
//	s := search.NewSearcher(g)
//	s.Reset(weights)                                // a new scenario
//	front, complete := s.Ask(question).Front(20000) // 20,000 expansions at most
//	list, _ := s.Ranked(10, 50000)                  // ten ways at most, 50,000 states at most
//
// # What is claimed, and what shows it
//
//   - Potentials are exact: feasible on every arc and tight on one (TestPotentials), and equal to those of
//     graph.ShortestPaths of yourbasic/graph over the same reversed view and of an independent Bellman-Ford.
//   - Front is the Pareto set over money, time and carbon: no vector missing, none too many (TestFrontOracle, against
//     every walk of thousands of small multigraphs), whichever criterion leads (TestFrontPermuted). A front cut short
//     by its budget is the beginning of the whole (TestFrontBudget). With a slack it is a part of the whole that covers
//     every walk within the slack (TestFrontWithin).
//   - Ranked lists, in order, the cheapest way of each gateway set that comes back to no place (TestRankedOracle, against
//     every walk; with needs, against Bellman-Ford over every state with walks kept whole). A list cut short by a bound on the cost is
//     the beginning of the whole (TestRankedWithin), and so is one cut short by its budget, but for ways that cost as much
//     as its last (TestRankedBudget).
//   - Under Question.Once, Front, Least, Ranked and Best are the same over the walks that do not come back (TestOnceOracle,
//     against every such walk, from both sides; TestOnceMirror).
//   - Fill adds ways that keep to bounds on what they cost and share, and come back to nothing that they may not come back to,
//     one by one as all at once (TestFill).
//   - From the other side all of these are the same, way by way (TestMirror).
//   - Best costs least by its criterion (TestBest, against every walk; TestBestAgreesWithForwardTree, against
//     graph.ShortestPath over the arcs taken forward).
//   - A Scout tells whether there is a way at all (TestScout, against every walk).
//   - Cut is the smallest: no smaller set of closures and needs blocks every way (TestCutOracle, against all subsets).
//   - Closing never helps, scaling scales (metamorphic tests), and asking again gives the same, whatever was asked
//     before (TestHistory).
//   - The same bits natively and as WASM (TestDigest: run it under both).
//   - Asking again allocates nothing once warm (TestAllocs).
package search
