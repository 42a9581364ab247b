package network

import (
	"strconv"
	"strings"
)

// The years that AfterYear takes: before the first container train, and as far as lines are planned.
const firstYear, lastYear = 1950, 2099

// afterPrefix and a year call everything opened after that year.
const afterPrefix = "after-"

// AfterYear reads what calls every line opened after a year, such as "after-2016". Any year does, whether a line was opened
// after it or not: the world of 2022 is asked for like that of 2016. The catch: a line whose year of opening is not known
// counts as old.
func AfterYear(text string) (Feature, bool) {
	digits, ok := strings.CutPrefix(Fold(text), "after ")
	year, err := strconv.Atoi(digits)
	return Feature{AfterFeature, int32(year)}, ok && err == nil && year >= firstYear && year <= lastYear
}

// AfterID is what AfterYear reads back.
func AfterID(year int) string { return afterPrefix + strconv.Itoa(year) }

// AfterNames is what the lines opened after a year are called in the four languages.
func AfterNames(year int) Names {
	y := strconv.Itoa(year)
	return Names{EN: "Lines opened after " + y, RU: "Линии, открытые после " + y + " года", KK: y + " жылдан кейін ашылған желілер", ZH: y + "年之后开通的线路"}
}

// Newest is the year of the newest document that the tables rest on: what they call today.
func (n *Network) Newest() int {
	newest := 0
	for _, d := range n.Sources {
		if year, err := strconv.Atoi(d.Year); err == nil {
			newest = max(newest, year)
		}
	}
	return newest
}
