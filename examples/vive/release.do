* The flow and the change in WHO-5 from a release that was pulled in Stata's format. Stata 14 or newer.
*
*   python examples/vive/pull.py URL CLIENT_ID secret.pem FOLDER --format dta
*   cd FOLDER/RELEASE, and: do release.do
*
* .a is not shown (disclosure control): neither zero nor unknown. Like every missing value it is larger than all numbers,
* so write "if n < .". Value labels are Danish; codes.dta has the codes and the English ones.
version 14
clear all

* The noise on a count, as published (datapackage.json: disclosure_control, noise): its standard deviation, that of
* counts near zero, and what is near zero.
local noise = 1.73
local noise_near_zero = 2.74
local near_zero_below = 10

* --- how far citizens came, by quarter -------------------------------------------------------------------------------
use cells.dta, clear
describe
decode table, generate(table_name)
decode place_level, generate(level_name)
decode period_type, generate(type_name)
keep if table_name == "Forløbskæden pr. kvartal" & level_name == "Hele indsatsen" & type_name == "Kvartal"
tabdisp measure period, cellvar(n) by(place_code) missing
preserve
generate noise_var = cond(n < `near_zero_below', `noise_near_zero', `noise')^2 if n < .
generate shown = n < .
collapse (sum) n noise_var shown, by(place_code measure)
generate noise_sd = sqrt(noise_var)
* A sum of nothing is 0 in Stata: where no quarter is shown it is not known.
replace n = .a if shown == 0
replace noise_sd = .a if shown == 0
drop shown
format noise_sd %5.1f
list, noobs sepby(place_code)
restore

* --- the change in WHO-5, with its uncertainty --------------------------------------------------------------------------
use means.dta, clear
decode table, generate(table_name)
decode track, generate(track_name)
decode measure, generate(measure_name)
decode status, generate(status_name)
keep if table_name == "Resultater pr. sted" & measure_name == "WHO-5" & status_name == "Offentliggjort"
* Rounded to half a point from 30 persons, else to one.
generate unit = cond(n >= 30, 0.5, 1)
generate half = 1.96 * sqrt(sd^2 / n + unit^2 / 12)
generate low = change - half
generate high = change + half
format low high %5.1f
list place_code period track_name n start end change low high, noobs
