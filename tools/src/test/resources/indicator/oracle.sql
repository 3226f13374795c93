-- Figures of chapter 4 worked out by SQL alone over the files of ruhu export; SQL's own three-valued logic keeps what is
-- not known apart. Lines and standards as the built-in tables have them for 2020.
create view h0 as select * from read_csv('FOLDER/households.csv', header = true, all_varchar = true, nullstr = '');
create view m0 as select * from read_csv('FOLDER/members.csv', header = true, all_varchar = true, nullstr = '');
create view m as select *,
    age::int as years, not coalesce(change = '4' and change_date <= '2020-12-31', false) as alive
  from m0;
create view people as select submission,
    bool_and(case when years not between 6 and 15 then true
      when years is null and not coalesce(school <> '00' or no_school_reason in ('1', '2', '3', '5'), false) then null
      else school <> '00' or no_school_reason in ('1', '2', '3', '5') end) as schooled_all,
    bool_or(case when years not between 6 and 15 then false
      when years is null then null
      else not (school <> '00' or no_school_reason in ('1', '2', '3', '5')) end) as unschooled,
    count(*) filter (where (case when years not between 6 and 15 then true
      when years is null and not coalesce(school <> '00' or no_school_reason in ('1', '2', '3', '5'), false) then null
      else school <> '00' or no_school_reason in ('1', '2', '3', '5') end) is null) as schooling_unknown,
    count(*) filter (where (not in_register::boolean or med_ins in ('1', '2', '3', '4')) is null) as register_unknown,
    bool_and(coalesce(not in_register::boolean or med_ins in ('1', '2', '3', '4'), true)) as register_insured,
    count(*) filter (where med_ins is null) as insured_unknown,
    bool_and(coalesce(med_ins in ('1', '2', '3', '4'), true)) as insured
  from m where alive group by submission;
create view heads as select submission, any_value(sex) as head_sex from m where alive and rel = '01' group by submission;
create view h1 as select h0.*, head_sex, schooled_all, schooling_unknown, register_unknown, register_insured,
    insured_unknown, insured, people.submission is not null as peopled,
    inc_wage_local::double + inc_wage_out::double + inc_post::double as wage,
    inc_crop::double + inc_stock::double + inc_gather::double + inc_nonfarm::double - exp_crop::double
      - exp_stock::double - exp_nonfarm::double - exp_depr::double - exp_tax::double as business,
    inc_land::double + inc_div::double + inc_int::double as property,
    inc_dibao::double + inc_tekun::double + inc_pension::double + inc_disab::double + inc_eco::double + inc_agri::double
      + inc_edu::double + inc_relief::double + inc_family::double + inc_other_tr::double - exp_trans::double as transfers
  from h0 left join people using (submission) left join heads using (submission)
  where result_code is null or result_code in ('01', '02', '05');
create view h2 as select *, round(wage + business + property + transfers, 2) as net,
    round((wage + business + property + transfers) / n_share::int, 2) as x, n_share::int as p, 4000 as z from h1;
create table h as select *,
    food_enough::boolean and food_short_months::int = 0
      and (protein_access in ('1', '2') or protein_reason in ('1', '2')) as food,
    clothes_season::boolean and bedding_warm::boolean as clothing,
    case when not peopled then null when schooled_all = false then false when schooling_unknown > 0 then null
      else true end as education,
    (case when not peopled then null
      when hh_attr = '0' then case when not insured then false when insured_unknown > 0 then null else true end
      when not register_insured then false when register_unknown > 0 then null else true end)
      and (ill_untreated::int <= 0 or ill_reason <> '1') as health,
    house_safe_how in ('1', '2', '3', '4') and (coalesce(house_safe_how = '2' or house_own = '7', house_own = '7', false)
      or house_grade not in ('C', 'D')) as housing,
    water_lpd::int >= 35 as "water-quantity", water_quality in ('1', '3') as "water-quality",
    water_inhouse::boolean or water_min::int <= 20 or (water_hdist::int <= 800 and water_vdist::int <= 80)
      as "water-convenience",
    water_short_days::int <= 36 as "water-reliability", x >= z as income
  from h2;
create view cells as
  select *, '' as cell, '' as dim, '' as grp from h
  union all select *, village_code[1:6], '', '' from h
  union all select *, '', 'hh_attr', coalesce(hh_attr, 'unknown') from h
  union all select *, '', 'head_sex', coalesce(head_sex, 'unknown') from h;
create view parts as
  select cell, dim, grp, part, met from (select cell, dim, grp, food, clothing, education, health, housing,
    "water-quantity" and "water-quality" and "water-convenience" and "water-reliability" as water, income,
    "water-quantity", "water-quality", "water-convenience", "water-reliability",
    food and clothing and education and health and housing and "water-quantity" and "water-quality"
      and "water-convenience" and "water-reliability" and income as exit from cells)
  unpivot include nulls (met for part in (food, clothing, education, health, housing, water, income, "water-quantity",
    "water-quality", "water-convenience", "water-reliability", exit));
create view poor as select *, case when x < z then 1 else 0 end as below, greatest(0, (z - x) / z) as short
  from cells where x is not null;
create view ranked as select cell, dim, grp, p, x,
    sum(p) over w / sum(p) over (partition by cell, dim, grp) as f,
    sum(p * x) over w / sum(p * x) over (partition by cell, dim, grp) as l
  from poor window w as (partition by cell, dim, grp order by x, submission rows unbounded preceding);
create view steps as select *, f - coalesce(lag(f) over v, 0) as df, l + coalesce(lag(l) over v, 0) as sl
  from ranked window v as (partition by cell, dim, grp order by f);
create view expected as
  select 'compliance.' || part || '.pass' as indicator, cell as area, dim, grp,
    count(*) filter (where met) / count(*) as value, count(*) as households from parts group by all
  union all select 'compliance.' || part || '.fail', cell, dim, grp, count(*) filter (where not met) / count(*), count(*)
    from parts group by all
  union all select 'compliance.' || part || '.unknown', cell, dim, grp, count(*) filter (where met is null) / count(*),
    count(*) from parts group by all
  union all select 'poverty.register.rate', cell, dim, grp, sum(p * below) / sum(p), count(*) from poor group by all
  union all select 'poverty.register.gap', cell, dim, grp, sum(p * short) / sum(p), count(*) from poor group by all
  union all select 'poverty.register.severity', cell, dim, grp, sum(p * short * short) / sum(p), count(*) from poor
    group by all
  union all select 'poverty.register.persons', cell, dim, grp, sum(p * below), count(*) from poor group by all
  union all select 'poverty.register.edge', cell, dim, grp, sum(case when x >= z and x < 1.5 * z then p else 0 end) / sum(p),
    count(*) from poor group by all
  union all select 'income.register.mean', cell, dim, grp, sum(p * x) / sum(p), count(*) from poor group by all
  union all select 'inequality.register.gini', cell, dim, grp, 1 - sum(df * sl), count(*) from steps group by all
  union all select 'inequality.register.negative', cell, dim, grp, sum(case when x < 0 then p else 0 end) / sum(p), count(*)
    from poor group by all
  union all select 'income.share.wage', cell, dim, grp, sum(wage) / sum(net), count(*) from cells where net is not null
    group by all
  union all select 'income.share.business', cell, dim, grp, sum(business) / sum(net), count(*) from cells
    where net is not null group by all
  union all select 'income.share.transfers', cell, dim, grp, sum(transfers) / sum(net), count(*) from cells
    where net is not null group by all
  union all select 'recognition.exit.yes', cell, dim, grp, avg(case when recog_exit = '1' then 1 else 0 end), count(*)
    from cells where recog_exit is not null group by all
  union all select 'quality.income-missing', cell, dim, grp, avg(case when x is null then 1 else 0 end), count(*)
    from cells group by all;
