import rule from "../../../rules/text/date.js";
import { testRule } from "../../../src/testing/test-rule.js";

const variants = ["crlf", "bom", "front-matter"] as const;

testRule(rule, {
  valid: [
    {
      name: "a short year, and dates that the words before an abbreviation call invalid",
      path: "de/a.md",
      text: "Die Woche war vom 21.-27. Januar 42. Wer ein ungültiges Datum (z. B. den 32. April) eingibt, sieht den Fehler.\n",
      variants: ["crlf", "bom"],
    },

    {
      name: "additions of a later day and of the day before in another time zone, and dates of something else",
      text: "---\ndate: 2016-02-18\n---\n\n追記 2016-02-22\n\nUpdate 2016-02-17: more.\n\nThe update of 2016-01-03 was late.\n",
    },
    {
      name: "a date and an author further below, as of a comment",
      text: "---\ndate: 2025-10-01\n---\n\nA text.\n\nOctober 1, 2024 by Anna\n",
    },
    {
      name: "a sentence about calendars",
      text: "In old calendars, Monday, August 27th, 2024 was another day.\n",
    },
    {
      name: "weekdays that fit another year, far from the date of the article or where it names a year",
      text: "---\ndate: 2015-02-20\n---\n\nOn Sunday, June 1, we meet. On Monday, March 2, too.\n",
    },
    {
      name: "a weekday of the year that the text names",
      text: "---\ndate: 2015-02-20\n---\n\nIn 2014 we met on Sunday, March 2.\n",
    },
    {
      name: "a weekday that is right by one of two dates",
      text: "---\ndate: 2014-02-20\nupdated: 2015-02-20\n---\n\nOn Sunday, March 2, we meet.\n",
    },
    {
      name: "dates of publication of several news",
      text: "Published on March 2, 2021\n\nNets\n\nPublished on May 4, 2021\n",
      path: "_posts/2019-03-02-boats.md",
    },
    {
      name: "dates of publication that the front matter has as well, or that are others'",
      text: "---\ndate: 2021-03-03\nupdated: 2022-05-01\n---\nPosted: 2021-03-05\n\nPublished on May 1, 2022\n\nOriginally published on May 1, 2012\n\nPublished on May 1, 2012 was a book about nets.\n\nUpdated: 2023-01-01\n",
    },
    {
      name: "two days of the week before two dates",
      text: "Wednesday & Thursday, January 28 & 29, 2015: the harbour days.\n",
    },
    {
      name: "right weekdays, in many languages",
      text: "Tuesday, March 29, 2022 and 29 March 2022 (Tue).\n\nMontag, den 3. Mai 2021; lundi 3 mai 2021; lunes, 3 de mayo de 2021; lunedì 3 maggio 2021.\n\n2015年3月2日（月）、2024年1月3日（星期三）、2024年1月7日（周日）、2024年1月7日（星期天）、2015年3月2日 星期一、2021년 5월 3일 (월)、令和3年5月3日（月・祝）、2015/3/2(月)。\n",
    },
    {
      name: "words that are no dates",
      text: "You may 31 times. In April 31 developers joined us. March 45 people. Version 2022.2.30 and 1.2.30. At 10:30, 30/40 agree. Part 18 – 14 June 2026. See RFC 2020-2018.\n",
    },
    {
      name: "dates that may be one of several",
      text: "03/04/2021 and 12/31/2021, 02.17.2009, Saturday, 03/04/2021, 29 February, 2月29日, 2023年第1四半期。\n",
    },
    {
      name: "texts about calendars and quoted dates",
      text: "The parser accepts invalid dates such as February 30, 2021. It writes “31 April 2021”. 2月30日は存在しない。`2016年2月30日`\n\n> Monday, March 29, 2022\n",
    },
    {
      name: "periods in order",
      text: "June 14 - 18, 2026; 14–18 June 2026; Dec 28 – Jan 3, 2026; 2018–2020; (2018–2020); July 1 – June 30, 2026; 2026年6月14日〜18日; June 18 - 14:00; 6月18日から14日間; 2000–1900 BC.\n",
    },
    {
      name: "a weekday without a year, where the article has no date or speaks of other years",
      text: "On Monday, March 29, we met.\n\n3月2日（日）\n",
    },
    {
      name: "a weekday of the year around, and of other years",
      variants: ["crlf", "bom"],
      text: "---\ndate: 2015-03-01\n---\n\nIn 1999 it was Friday, March 2. 3月2日（月）\n",
    },
    { name: "old calendars", text: "Wednesday, October 25, 1917. 1712年2月30日\n" },
    { name: "parts in brackets", text: "2015年3月2日（二）と2015年3月2日（三）\n" },
  ],
  invalid: [
    {
      name: "additions that are older than the article",
      text: "---\ndate: 2016-02-18\n---\n\nA text.\n\n## （追記 2016-02-12 23:50）\n\n**Update 2016-02-10**: more.\n",
      findings: [
        { messageId: "addition", text: "2016-02-12" },
        { messageId: "addition", text: "2016-02-10" },
      ],
      variants: ["crlf"],
    },
    {
      name: "an article that begins with a date and its author",
      text: "---\ndate: 2025-10-01\n---\n\n# A\n\nOctober 1, 2024 by [The Team](/team)\n",
      findings: [{ messageId: "byline", text: "October 1, 2024" }],
      variants: ["crlf"],
    },
    {
      name: "calendars of readers, and what holds until a day",
      text: "Mark your calendars for **Monday, August 27th, 2024**, and the pass is valid until Monday, August 27, 2024.\n",
      variants,
      findings: [
        { messageId: "weekday", text: "Monday, August 27th, 2024" },
        { messageId: "weekday", text: "Monday, August 27, 2024" },
      ],
    },
    {
      name: "a date of publication that the file name contradicts",
      text: "发布于 2020年3月2日\n",
      path: "_posts/2019-03-02-boats.md",
      findings: [{ messageId: "byline", text: "2020年3月2日" }],
    },
    {
      name: "a date in a line whose class says that it is of the article",
      text: '<p class="meta">3 Nov 2010 - Harbour</p>\n',
      path: "_posts/2008-11-03-boats.md",
      findings: [{ messageId: "byline", text: "3 Nov 2010" }],
    },
    {
      name: "wrong weekdays in English",
      text: "It was Monday, March 29, 2022. Then 4 June 2022 (Mon), and 2022-06-05 (Mon).\n",
      findings: [
        { messageId: "weekday", text: "Monday, March 29, 2022", severity: "warning" },
        { messageId: "weekday", text: "4 June 2022 (Mon)" },
        { messageId: "weekday", text: "2022-06-05 (Mon)" },
      ],
      suggested: [
        "It was Tuesday, March 29, 2022. Then 4 June 2022 (Mon), and 2022-06-05 (Mon).\n",
        "It was Monday, March 29, 2022. Then 4 June 2022 (Sat), and 2022-06-05 (Mon).\n",
        "It was Monday, March 29, 2022. Then 4 June 2022 (Mon), and 2022-06-05 (Sun).\n",
      ],
    },
    {
      name: "in other languages with letters",
      text: "Dienstag, 3. Mai 2021. Am Mittwoch, 03.05.2021. Le mardi 3 mai 2021. El martes, 3 de mayo de 2021.\n",
      variants,
      findings: [
        { messageId: "weekday", text: "Dienstag, 3. Mai 2021" },
        { messageId: "weekday", text: "Mittwoch, 03.05.2021" },
        { messageId: "weekday", text: "mardi 3 mai 2021" },
        { messageId: "weekday", text: "martes, 3 de mayo de 2021" },
      ],
    },
    {
      name: "with the weekday of Chinese in brackets",
      text: "2024年1月3日（星期二）开会。2024年1月4日(周日)。2024年1月5日（礼拜六）。\n",
      findings: [
        { messageId: "weekday", text: "2024年1月3日（星期二）" },
        { messageId: "weekday", text: "2024年1月4日(周日)" },
        { messageId: "weekday", text: "2024年1月5日（礼拜六）" },
      ],
      suggested: [
        "2024年1月3日（星期三）开会。2024年1月4日(周日)。2024年1月5日（礼拜六）。\n",
        "2024年1月3日（星期二）开会。2024年1月4日(周四)。2024年1月5日（礼拜六）。\n",
        "2024年1月3日（星期二）开会。2024年1月4日(周日)。2024年1月5日（礼拜五）。\n",
      ],
    },
    {
      name: "in Chinese, Japanese and Korean",
      text: "勉強会は2015年3月2日（日）に。会议在2015年3月2日星期二。平成27年3月2日(火)に。２０１５年３月２日（土）。2015/3/2（水）。3月2日 周二。2021년 5월 3일 (화)\n",
      variants,
      findings: [
        { messageId: "weekday", text: "2015年3月2日（日）" },
        { messageId: "weekday", text: "2015年3月2日星期二" },
        { messageId: "weekday", text: "平成27年3月2日(火)" },
        { messageId: "weekday", text: "２０１５年３月２日（土）" },
        { messageId: "weekday", text: "2015/3/2（水）" },
        { messageId: "weekday", text: "2021년 5월 3일 (화)" },
      ],
    },
    {
      name: "a weekday that is wrong in the year of the weeks around the article",
      text: "---\ndate: 2015-02-20\n---\n\nOn Sunday, March 2, we meet. 3月2日（日）に。\n",
      findings: [
        { messageId: "weekdayOwn", text: "Sunday, March 2" },
        { messageId: "weekdayOwn", text: "3月2日（日）" },
      ],
    },
    {
      name: "the same around the turn of the year",
      text: "---\ndate: 2014-12-20\n---\n\nOn Tuesday, January 6, we meet. On Monday, January 6, too.\n",
      findings: [{ messageId: "weekdayOwn", text: "Monday, January 6" }],
    },
    {
      name: "a weekday that no year near that of the article has",
      variants: ["crlf", "bom"],
      text: "---\ndate: 2015-03-01\n---\n\n3月2日（木）に。On Saturday, March 7, we met.\n",
      findings: [{ messageId: "weekdayNear", text: "3月2日（木）" }],
    },
    {
      name: "dates that do not exist",
      text: "By 30 February 2021. On February 29, 2023. Until the 31st of April. Due June 31. Am 31.04.2021. 31/04/2021. 2016-02-30. Le 31 novembre 2021.\n",
      variants,
      findings: [
        { messageId: "impossible", text: "30 February 2021", severity: "warning" },
        { messageId: "impossible", text: "February 29, 2023" },
        { messageId: "impossible", text: "31st of April" },
        { messageId: "impossible", text: "June 31" },
        { messageId: "impossible", text: "31.04.2021" },
        { messageId: "impossible", text: "31/04/2021" },
        { messageId: "impossible", text: "2016-02-30" },
        { messageId: "impossible", text: "31 novembre 2021" },
      ],
    },
    {
      name: "dates that do not exist, in Chinese and Japanese",
      text: "次の会合は2016年2月30日に開かれる。4月31日发布。2016年13月1日。\n",
      variants,
      findings: [
        { messageId: "impossible", text: "2016年2月30日" },
        { messageId: "impossible", text: "4月31日" },
        { messageId: "noMonth", text: "2016年13月1日" },
      ],
    },
    {
      name: "periods that end before they begin",
      text: "June 18 - 14, 2026. In-person. June 18–14. From 18 to 14 June 2026. 18–14 June 2026. June 18, 2026 – June 14, 2026. Du 18 au 14 juin 2026. Vom 18. bis 14. Juni. 2026-06-18 to 2026-06-14.\n",
      variants,
      findings: [
        { messageId: "reversed", text: "June 18 - 14", severity: "warning" },
        { messageId: "reversed", text: "June 18–14" },
        { messageId: "reversed", text: "18 to 14 June 2026" },
        { messageId: "reversed", text: "18–14 June 2026" },
        { messageId: "reversed", text: "June 18, 2026 – June 14, 2026" },
        { messageId: "reversed", text: "18 au 14 juin 2026" },
        { messageId: "reversed", text: "18. bis 14. Juni" },
        { messageId: "reversed", text: "2026-06-18 to 2026-06-14" },
      ],
    },
    {
      name: "periods of years, and of Chinese and Japanese days",
      text: "He led it (2020–2018) and from 2015 to 2012. 2020〜2018年。2026年6月18日〜14日。2026年6月18日から6月14日まで。\n",
      variants,
      findings: [
        { messageId: "reversed", text: "2020–2018" },
        { messageId: "reversed", text: "2015 to 2012" },
        { messageId: "reversed", text: "2020〜2018年" },
        { messageId: "reversed", text: "6月18日〜14日" },
        { messageId: "reversed", text: "2026年6月18日から6月14日" },
      ],
    },
  ],
});
