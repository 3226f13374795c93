* Reads the tables of this folder into Stata 15 or later and saves each as a .dta of its name:
* cd to the folder, then do import.do
* Numbers without a value: . not asked, .a does not know, .b refused, .c not stated; label language shows other languages.

version 15
clear all
capture set maxvar 10000

capture program drop ruhu_csv ruhu_number ruhu_date ruhu_time ruhu_instead

program define ruhu_csv
    import delimited using `"`1'"', clear delimiters(",") varnames(nonames) rowrange(2) stringcols(_all) ///
        bindquotes(strict) maxquotedrows(unlimited) encoding("UTF-8")
    foreach name of varlist _all {
        quietly replace `name' = substr(`name', 2, .) if substr(`name', 1, 1) == "'"
    }
end

* Puts a column of numbers in the place of the text it was made from.
program define ruhu_instead
    args name number
    order `number', after(`name')
    drop `name'
    rename `number' `name'
end

program define ruhu_number
    tempvar number
    quietly generate double `number' = real(`1')
    ruhu_instead `1' `number'
end

program define ruhu_date
    tempvar number
    quietly generate long `number' = daily(`1', "YMD")
    format `number' %tdCCYY-NN-DD
    ruhu_instead `1' `number'
end

program define ruhu_time
    tempvar number away
    quietly generate double `number' = clock(substr(`1', 1, 10) + " " + substr(`1', 12, 8), "YMDhms")
    quietly replace `number' = `number' + 1000 * real("0" + regexs(0)) if regexm(`1', "[.][0-9]+")
    quietly generate double `away' = 0
    quietly replace `away' = cond(regexs(1) == "-", -1, 1) * 60000 * (60 * real(regexs(2)) + real(regexs(3))) ///
        if regexm(`1', "([+-])([0-9][0-9]):([0-9][0-9])$")
    quietly replace `number' = `number' - `away'
    format `number' %tcCCYY-NN-DD_HH:MM:SS
    ruhu_instead `1' `number'
end
