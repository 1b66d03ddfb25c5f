* Read the tables of this folder with their labels. Run it in the folder of the files; Stata 14 or newer.
*
* .a is not shown (disclosure control): neither zero nor unknown, and larger than every number, as all missing values
* are: write "if n < ." The column status says why. Codes of places and periods are text, so that releases can be
* appended; their labels, and the English ones, are in codes.dta.
version 14
clear all
foreach table in {tables} {
    use "`table'.dta", clear
    display as text _newline "`table'"
    describe, simple
    label list
}
