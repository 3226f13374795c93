package org.ruhu.tools.dataset.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Mask;
import org.ruhu.tools.dataset.Scratch;
import org.ruhu.tools.lines.Revision;
import org.ruhu.tools.simulation.Plan;
import org.ruhu.tools.simulation.Simulation;

class WorkbookTest {

    private static final FormVersion FORM = Catalogue.bundled().form(Plan.FORM).orElseThrow();

    @Test
    void rowsThatDoNotFitOnASheetGoOnOnTheNext() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int members = 0;
        try (Workbook book = new Workbook(Dataset.of(FORM), Mask.NONE, out, Scratch.OF_THE_SYSTEM, 101)) {
            for (Revision revision : interviews()) {
                book.add(revision);
                members += revision.answers().values().path("members").size();
            }
            book.finish();
        }
        List<String> sheets = new ArrayList<>();
        int rows = 0;
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            for (int i = 0; i < read.getNumberOfSheets(); i++) {
                sheets.add(read.getSheetName(i));
                assertThat(read.getSheetAt(i).getRow(0).getCell(0).getStringCellValue()).isIn("submission", "file");
                if (sheets.get(i).startsWith("members")) {
                    rows += read.getSheetAt(i).getLastRowNum();
                }
            }
        }
        assertThat(sheets).startsWith("households", "households (2)", "members", "members (2)").contains("codebook");
        assertThat(rows).isEqualTo(members);
    }

    private static List<Revision> interviews() {
        Simulation county = new Simulation(Plan.of(150, 9, "test"));
        return IntStream.range(0, 150).mapToObj(i -> Revision.of(county.household(i).submission()).orElseThrow())
                .toList();
    }
}
