// Manuscripts of flyers: every design, with as much as one page holds and with next to nothing, and in every state.

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The facts that no announcement can do without. */
const LITTLE = `日時: 令和8年12月5日（土曜日）14時から15時30分まで
会場: 見本区民センター
対象: どなたでも
費用: 無料
申込: 不要
`;

/** All there is to say, about as much as one page holds in plain size. */
const MUCH = `概要: もしものときの医療やケアについて、考えて話し合う「人生会議」をやさしく紹介します。会場でも「オンライン（Zoom）」でも参加できます。
日時:
  - 令和8年12月5日（土曜日）14時から15時30分まで
  - 令和8年12月12日（土曜日）14時から15時30分まで
会場: 「見本会館」（旧・見本区民センター）2階 大会議室
住所: 大阪府見本市北区見本町1丁目2番3号
交通: 見本駅2番出口から徒歩5分
オンライン: Zoom
対象: 区内に住んでいる人、区内で働く人
定員: 180人（会場80人、オンライン100人、先着順）
費用: 500円（資料代）
申込: 必要
申込方法: [電話, ファクス, 申込フォーム]
申込フォーム: https://forms.example.jp/kita-acp-lecture
申込開始: 令和8年10月19日（月曜日）9時
申込締切: 令和8年11月30日（月曜日）17時
プログラム:
  - 14時 開会のあいさつ
  - 14時5分 講演「人生会議とは何だろう」
  - 14時50分 対談「『家で暮らす』を支える人たち」
  - 15時15分 質問の時間
講師: [見本 太郎（見本病院 医師）, 見本 花子（見本訪問看護ステーション 看護師）]
持ち物: [筆記用具, 眼鏡（必要な人）]
配慮: [手話通訳, 要約筆記, 車いす席, 多目的トイレ, 補助犬]
主催: 北区役所
共催: [北区在宅医療・介護連携相談支援室]
後援: [見本医師会, 見本薬剤師会]
`;

/** What a sheet with large letters, or with a form below, has room for. */
const MIDDLING = `概要: もしものときの医療やケアについて、「人生会議」をやさしく紹介します。
日時: 令和8年12月5日（土曜日）14時から15時30分まで
会場: 「見本会館」（旧・見本区民センター）2階 大会議室
オンライン: Zoom
対象: 区内に住んでいる人、区内で働く人
費用: 無料
申込: 必要
申込方法: [電話, ファクス]
申込締切: 令和8年11月30日（月曜日）17時
講師: [見本 太郎（見本病院 医師）]
配慮: [手話通訳, 車いす席]
`;

const CONTACT = `問い合わせ先: 北区役所 講演会と研修会の受付
電話: 06-0000-0101
ファクス: 06-0000-0301
メール: kita-uketsuke@example.jp
`;

const REASON = `状態の説明: くわしいことは、問い合わせ先にお尋ねください。
更新日: 令和8年11月20日
`;

const LEAFLET = `---
題名: 体調の変化に気づいたら
対象: 家で療養している人とそのご家族
---
あわてずに、次の順に確かめてください。

## 連絡する順番

1. 訪問看護ステーション
2. かかりつけ医

### 夜間と休日

表：連絡先

| 時間 | 連絡先 | 電話 |
| --- | --- | --- |
| 昼 | 「見本診療所」（内科） | 06-0000-0111 |
| 夜 | 見本訪問看護ステーション | 06-0000-0112 |

## 伝えること

- **いつから**変わったか
- 「熱」「痛み」などの様子
`;

const DESIGNS = { standard: '標準', large: '大きな文字', fax: 'ファクス申込書' };

const SAMPLES = [
  ...Object.entries(DESIGNS).map(([name, design]) => [`little-${name}`, lecture(`話す会（${design}）`, LITTLE, `ちらし: ${design}\n${CONTACT}`)]),
  ['much-standard', lecture('講演会「人生会議を始めてみませんか」住み慣れたまちで暮らすために', MUCH, CONTACT)],
  ...['large', 'fax'].map((name) => [`much-${name}`, lecture(`講演会「人生会議を始めてみませんか」（${DESIGNS[name]}）`, MIDDLING, `ちらし: ${DESIGNS[name]}\n${CONTACT}`)]),
  ...['中止', '延期', '満員'].map((state, index) => [`state-${index}`, lecture(`${state}になった会`, LITTLE, `状態: ${state}\n${REASON}`)]),
].map(([name, manuscript]) => [`wards/kita/lectures/2026-11-01-${name}`, manuscript]);

function lecture(title, facts, more) {
  return `---\n題名: ${title}\n${facts}${more}---\n見本の本文です。\n`;
}

/** Writes them into a new folder, with the settings of the special cases. */
export function printedManuscripts(root) {
  const content = join(root, 'content');
  for (const file of ['site.yaml', 'wards/kita/ward.yaml', 'wards/nishi/ward.yaml']) {
    cpSync(join(import.meta.dirname, 'content', file), join(content, file));
  }
  for (const [name, manuscript] of [...SAMPLES, ['wards/kita/flyers/2026-11-01-leaflet', LEAFLET]]) {
    mkdirSync(join(content, name, '..'), { recursive: true });
    writeFileSync(join(content, `${name}.md`), manuscript);
  }
  return root;
}
