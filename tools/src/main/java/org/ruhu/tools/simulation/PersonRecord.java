package org.ruhu.tools.simulation;

import java.util.List;

/**
 * A line of a list of persons. What is not known is an empty text.
 *
 * @param id       see {@link #id}
 * @param parents  id numbers of the parents, where a list has them, blanks between
 * @param truth    who it is: equal for the records of one person
 * @param which    the case planted here, see {@link Case}
 * @param caseWith id of the record it is planted against
 */
record PersonRecord(String id, String nameZh, String nameBo, String sex, String birthDate, String idNumber,
                    String phone, String ethnicity, String relation, String village, String household, String address,
                    String registerNumber, String parents, String truth, String which, String caseWith) {

    static final List<String> COLUMNS = List.of("id", "name_zh", "name_bo", "sex", "birth_date", "id_no", "phone",
            "ethnicity", "relation", "village", "household", "address", "register_no", "parents", "truth", "case",
            "case_with");

    /**
     * As linking interviews names them: submission and number in the roster, the first one 1.
     *
     * @param line from 0
     */
    static String id(String submission, int line) {
        return submission + "/members/" + (line + 1);
    }

    /** Nothing that is made up needs quotes. */
    void write(StringBuilder csv) {
        csv.append(id).append(',').append(nameZh).append(',').append(nameBo).append(',').append(sex).append(',')
                .append(birthDate).append(',').append(idNumber).append(',').append(phone).append(',')
                .append(ethnicity).append(',').append(relation).append(',').append(village).append(',')
                .append(household).append(',').append(address).append(',').append(registerNumber).append(',')
                .append(parents).append(',')
                .append(truth).append(',').append(which).append(',').append(caseWith).append("\r\n");
    }
}
