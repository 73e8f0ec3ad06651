//! A deck and its questions, full and minimal.

use super::documents::contents;
use super::{Frame, Rendered, bare_contact, contact, link, some, text};
use crate::theme::view::ReferenceView;
use crate::theme::view::lessons::{
    CheckPage, LessonView, QuestionView, QuizView, SheetLink, SlideView, SlidesPage,
};

pub fn links() -> LessonView {
    let link = |href: &str, count| SheetLink {
        href: text(href),
        count,
    };
    LessonView {
        slides: Some(link("/materials/acp/slides/", 22)),
        check: Some(link("/materials/acp/check/", 6)),
    }
}

pub fn render(frame: &Frame<'_>) -> Vec<Rendered> {
    vec![
        frame.render("slides", "pages/slides.html", &slides()),
        frame.render("slides-bare", "pages/slides.html", &bare_slides()),
        frame.render("check", "pages/check.html", &check()),
        frame.render("check-bare", "pages/check.html", &bare_check()),
    ]
}

fn slide(id: &str, title: &str) -> SlideView {
    SlideView {
        id: text(id),
        title: text(title),
        title_html: text(title),
        html: text("<ul>\n<li>前もって考えます</li>\n<li>くり返し話し合います</li>\n</ul>"),
        source_html: some("<p>出典：見本の手引き（令和7年）</p>"),
        notes_html: some("<p>会議といっても、堅苦しい集まりではありません。</p>"),
    }
}

fn slides() -> SlidesPage {
    SlidesPage {
        kind_label: text("教材"),
        title: text("人生会議（ACP）入門 スライド"),
        sample: true,
        edition: some("第1版"),
        document: link("人生会議（ACP）入門", "/materials/acp/"),
        contents: contents(),
        slides: vec![slide("slide-1", "人生会議とは"), slide("slide-2", "始め方")],
        has_notes: true,
        is_printed: true,
        lesson: Some(links()),
        references: vec![ReferenceView {
            text: text("見本の本「在宅医療の手引き」（令和7年）"),
            href: None,
        }],
        contact: contact(),
        has_ruby: true,
        has_terms: true,
    }
}

fn bare_slides() -> SlidesPage {
    SlidesPage {
        sample: false,
        edition: None,
        contents: Vec::new(),
        slides: vec![SlideView {
            html: String::new(),
            source_html: None,
            notes_html: None,
            ..slide("slide-only", "一枚だけ")
        }],
        has_notes: false,
        is_printed: false,
        lesson: None,
        references: Vec::new(),
        contact: bare_contact(),
        has_ruby: false,
        has_terms: false,
        ..slides()
    }
}

fn check() -> CheckPage {
    let question = |question: &str| QuestionView {
        question_html: text(question),
        answer_html: text("<p>手指衛生です。</p>"),
    };
    CheckPage {
        kind_label: text("教材"),
        title: text("人生会議（ACP）入門 理解度チェック"),
        sample: true,
        document: link("人生会議（ACP）入門", "/materials/acp/"),
        quiz: Some(QuizView {
            introduction_html: text("<p>自分の言葉で答えてください。</p>"),
            questions: vec![
                question("手袋を外したら何をしますか。"),
                question("なぜですか。"),
            ],
        }),
        is_printed: true,
        lesson: Some(links()),
        references: slides().references,
        contact: contact(),
        has_ruby: true,
        has_terms: true,
    }
}

fn bare_check() -> CheckPage {
    CheckPage {
        sample: false,
        quiz: Some(QuizView {
            introduction_html: String::new(),
            questions: Vec::new(),
        }),
        is_printed: false,
        lesson: None,
        references: Vec::new(),
        contact: bare_contact(),
        has_ruby: false,
        has_terms: false,
        ..check()
    }
}
