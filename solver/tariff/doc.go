// Package tariff says what each arc of a network costs in money, time and carbon under one scenario.
package tariff
