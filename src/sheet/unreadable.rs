//! Why a file is no table that can be read, and what to do about it.

/// What is the matter with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Nothing is in it.
    Empty,
    /// A page that a server sent instead of the file.
    Html,
    Pdf,
    /// `.xls`, or a workbook with a password; both look the same from outside.
    OldOrLocked,
    /// A workbook that is cut off or otherwise damaged.
    Damaged,
    /// A ZIP file, or another office file, without a table we know.
    NoTable,
    TooLarge,
    /// Bytes that are text in no encoding in use.
    Characters,
    /// A quotation mark that opens a cell and never closes it.
    Quote,
}

impl Unreadable {
    /// In one short sentence without a full stop.
    pub fn title(self) -> &'static str {
        match self {
            Self::Empty => "表に何も書かれていません",
            Self::Html => "表ではなく、ホームページのファイルです",
            Self::Pdf => "表ではなく、PDFのファイルです",
            Self::OldOrLocked => "古い形式か、パスワードの付いたExcelのファイルです",
            Self::Damaged => "Excelのファイルが壊れています",
            Self::NoTable => "読み取れる表が入っていません",
            Self::TooLarge => "表が大きすぎます",
            Self::Characters => "文字コードを読み取れません",
            Self::Quote => "「\"」が閉じていない欄があります",
        }
    }

    /// What to do.
    pub fn help(self) -> &'static str {
        match self {
            Self::Empty => "見出しの行と、その下のデータを書いてください。",
            Self::Html => {
                "ダウンロードのときに、案内のページが保存されたようです。もとのページで、CSVかExcelのファイルを保存しなおしてください。"
            }
            Self::Pdf => "もとのExcelかCSVのファイルを使ってください。",
            Self::OldOrLocked => {
                "Excelで開き、パスワードを外して「Excelブック（.xlsx）」の形式で保存しなおしてください。"
            }
            Self::Damaged => {
                "Excelで開けるかどうかを確かめ、「名前を付けて保存」で保存しなおしてください。"
            }
            Self::NoTable => {
                "「Excelブック（.xlsx）」か「CSV UTF-8」の形式で保存しなおしてください。"
            }
            Self::TooLarge => {
                "使っていない行や列、シートを消してください。1つのファイルは10万行までを目安にしてください。"
            }
            Self::Characters => {
                "Excelの「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選び、保存しなおしてください。"
            }
            Self::Quote => "終わりに「\"」を書き足すか、Excelで開いて保存しなおしてください。",
        }
    }
}
