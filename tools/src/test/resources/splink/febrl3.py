"""How febrl3-trained.json and febrl3-weights.csv were made, with splink 5.0.0 and pandas (pip install splink)."""
import sys

import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

folder = sys.argv[1]
people = pd.read_csv(folder + "/../linkage/febrl3.csv", dtype=str, skipinitialspace=True)
people.columns = [c.strip() for c in people.columns]
people["date_of_birth"] = people["date_of_birth"].str.replace(r"^(\d{4})(\d\d)(\d\d)$", r"\1-\2-\3", regex=True)
settings = SettingsCreator(
    link_type="dedupe_only",
    unique_id_column_name="rec_id",
    blocking_rules_to_generate_predictions=[
        block_on("soc_sec_id"), block_on("given_name", "substr(surname,1,3)"), block_on("date_of_birth")],
    comparisons=[
        cl.NameComparison("given_name"), cl.NameComparison("surname"),
        cl.DateOfBirthComparison("date_of_birth", input_is_string=True),
        cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
        cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
        cl.LevenshteinAtThresholds("street_number", [1])],
    retain_intermediate_calculation_columns=True)
api = DuckDBAPI()
linker = Linker(api.register(people), settings) if hasattr(api, "register") else Linker(people, settings, api)
linker.training.estimate_probability_two_random_records_match([block_on("soc_sec_id")], recall=0.8)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
linker.training.estimate_parameters_using_expectation_maximisation(block_on("date_of_birth"))
linker.training.estimate_parameters_using_expectation_maximisation(block_on("soc_sec_id"))
linker.misc.save_model_to_json(folder + "/febrl3-trained.json", overwrite=True)
pairs = linker.inference.predict().as_pandas_dataframe()
pairs = pairs[["rec_id_l", "rec_id_r", "match_weight"]].sort_values(["rec_id_l", "rec_id_r"]).iloc[::29]
pairs.round(6).to_csv(folder + "/febrl3-weights.csv", index=False)
