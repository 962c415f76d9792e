const ENDING = String.raw`\.(?:mdx?|markdown|html?|pdf|png|jpe?g|gif|svg|webp|zip)(?:[?#][^\s()<>（）]*)?`;

/** What only an address begins or ends with. */
export const ADDRESS = String.raw`(?:(?:https?://|www\.|mailto:|\.{1,2}/)[^\s()<>（）]{1,2000}|[^\s()<>（）:]{1,500}${ENDING}|/[\w./-]{1,500}/(?:#[\w-]+)?)`;

/** The title of a link, or nothing. */
export const TITLE = String.raw`(?:[ \t]+"[^"\n]*")?`;
