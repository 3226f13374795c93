package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** Sections C to G: food, health costs, house, water, and what the household owns. */
final class Conditions {

    private final Dice dice;
    private final Register register;
    private final List<Member> members;
    private final ObjectNode answers;
    private final boolean moved;
    private final boolean homeless;

    Conditions(Dice dice, Register register, List<Member> members, ObjectNode answers, Dwelling.State dwelling) {
        this.dice = dice;
        this.register = register;
        this.members = members;
        this.answers = answers;
        this.moved = dwelling == Dwelling.State.RESETTLED;
        this.homeless = dwelling == Dwelling.State.NONE;
    }

    void answer() {
        food();
        health();
        if (homeless) {
            noHouse();
        } else {
            house();
        }
        water();
        facilities();
        assets();
    }

    private void food() {
        boolean hungry = register.poor() && dice.chance(0.05);
        answers.put("food_enough", !hungry).put("food_short_months", hungry ? dice.between(1, 3) : 0);
        String access = dice.one("1", "1", "1", "1", "2", "2", "2", dice.chance(0.2) ? "3" : "2");
        answers.put("protein_access", access);
        if (access.equals("3")) {
            answers.put("protein_reason", register.poor() ? dice.one("1", "2", "3") : dice.one("1", "1", "2"));
        }
        answers.put("clothes_season", true).put("bedding_warm", !register.poor() || dice.chance(0.97));
    }

    private void health() {
        long ill = members.stream().filter(member -> member.ails("2", "3")).count();
        boolean untreated = ill > 0 && dice.chance(0.02);
        answers.put("ill_untreated", untreated ? 1 : 0);
        if (untreated) {
            answers.put("ill_reason", dice.one("2", "3", "3", "4"));
        }
        long cents = dice.chance(0.15) ? 0 : dice.between(5000, 90000) + ill * dice.between(50000, 900000);
        Calculations.put(answers, "med_total", BigDecimal.valueOf(cents / 10, 1));
        if (cents / 10 > 0) {
            Calculations.put(answers, "med_reimb", BigDecimal.valueOf(cents * dice.between(50, 95) / 1000, 1));
        }
    }

    private void house() {
        boolean renovated = !moved && dice.chance(0.35);
        String own = moved ? "3" : dice.one("1", "1", "1", "1", "1", "1", "1", "2", "5");
        answers.put("house_own", own).put("house_struct", dice.one("3", "3", "4", "4", "4", "5", "6"));
        long residents = Math.max(1, answers.path("n_resident").asLong());
        answers.put("house_area", Math.min(390, Math.max(20, residents * dice.between(16, 45))));
        answers.put("house_year", moved || renovated ? dice.between(2015, 2020) : dice.between(1985, 2019));
        String grade = dice.one("A", "A", "B", "B", "B");
        answers.put("house_grade", grade).put("grade_doc", "JD2020-" + dice.between(10000, 99999));
        answers.putArray("house_defect").add("0");
        answers.put("house_safe_how", moved ? "4" : renovated ? "3" : "1");
        answers.put("reloc_type", moved ? dice.one("1", "1", "1", "2", "3", "4", "5") : "0");
        if (moved) {
            answers.put("reloc_year", dice.between(2016, 2020)).put("old_house", dice.one("1", "1", "2", "3"));
        }
    }

    /** Where one is only registered one has no house, or none one lives in. */
    private void noHouse() {
        answers.put("house_own", "7").put("house_safe_how", "2").put("reloc_type", "0");
    }

    private void water() {
        boolean piped = dice.chance(0.93);
        answers.put("water_source", piped ? dice.one("1", "1", "1", "2") : dice.one("2", "3", "4"));
        answers.put("water_inhouse", piped);
        if (!piped) {
            answers.put("water_min", dice.between(2, 20)).put("water_hdist", dice.between(1, 40) * 10);
            answers.put("water_vdist", dice.between(0, 40));
        }
        answers.put("water_lpd", dice.between(36, 80)).put("water_quality", dice.one("1", "1", "1", "3"));
        int dry = dice.chance(0.06) ? dice.between(1, 30) : 0;
        answers.put("water_short_days", dry);
        if (dry > 0) {
            answers.put("water_freeze", dice.between(0, dry));
        }
    }

    private void facilities() {
        answers.put("toilet", dice.one("1", "2", "2", "3", "3")).put("power", dice.chance(0.96) ? "1" : "2");
        ArrayNode fuel = answers.putArray("fuel");
        fuel.add(dice.one("1", "1", "2"));
        if (dice.chance(0.6)) {
            fuel.add(dice.one("4", "6", "6"));
        }
        String road = dice.one("2", "3", "3", "3", "3", "1");
        answers.put("road_type", road);
        if (!road.equals("3")) {
            Calculations.put(answers, "road_km", BigDecimal.valueOf(dice.between(1, 120), 1));
        }
        ArrayNode signal = answers.putArray("signal").add("1");
        if (dice.chance(0.6)) {
            signal.add("2");
        }
        if (dice.chance(0.85)) {
            signal.add("3");
        }
    }

    private void assets() {
        boolean herds = dice.chance(0.7);
        Calculations.put(answers, "land_arable", BigDecimal.valueOf(dice.between(0, 120), 1));
        answers.put("land_forest", dice.chance(0.3) ? dice.between(1, 40) : 0);
        answers.put("grassland", herds ? dice.between(1, 90) * 10 : 0);
        answers.put("cattle_n", herds ? dice.between(1, register.poor() ? 4 : 16) : 0);
        answers.put("sheep_n", herds && dice.chance(0.3) ? dice.between(2, 30) : 0);
        answers.put("horse_n", herds && dice.chance(0.3) ? dice.between(1, 3) : 0);
        answers.put("pig_poultry_n", dice.chance(0.35) ? dice.between(1, 8) : 0);
        answers.putArray("vehicles").add(dice.one("0", "1", "1", "1", "2"));
        ArrayNode appliances = answers.putArray("appliances");
        for (String item : new String[] {"1", "2", "3", "5"}) {
            if (dice.chance(0.75)) {
                appliances.add(item);
            }
        }
        if (appliances.isEmpty()) {
            appliances.add("0");
        }
        answers.putArray("asset_flag").add("0");
    }
}
