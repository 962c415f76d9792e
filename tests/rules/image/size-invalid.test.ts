import sizeInvalid from "../../../rules/image/size-invalid.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(sizeInvalid, {
  valid: [
    { name: "whole numbers", text: "<img src=a.png width=600 height='337'>", path: "a.html" },
    { name: "neither", text: "<img src=a.png>\n\n![](b.png)" },
    {
      name: "template values",
      text: '<img src=a.png width="{{ w }}"><img src=a.png width="{{ w }}px" height=2>',
      path: "a.html",
    },
    {
      name: "JSX expressions",
      text: "<img src='a.png' width={50} />\n\n<img src='a.png' width=\"50\" height={h} />",
      path: "a.mdx",
    },
    {
      name: "one of the two, with the rest in the style",
      text: "<img src=a.png width=600 style='height:auto'>",
      path: "a.html",
    },
    {
      name: "other elements",
      text: "<table width='50%'><td width='10px'></table><iframe width='100%'></iframe>",
      path: "a.html",
    },
  ],
  invalid: [
    {
      name: "units, at the values",
      text: '<img src="a.jpg" width="970px" height=\'374 PX\'>',
      path: "a.html",
      findings: [
        { messageId: "unit", severity: "error", text: "970px" },
        { messageId: "unit", text: "374 PX" },
      ],
      fixed: '<img src="a.jpg" width="970" height=\'374\'>',
    },
    {
      name: "a value without quotation marks, and spaces around a number",
      text: "<img src=a.jpg width=50px height=' 60 '>",
      path: "a.html",
      findings: [
        { messageId: "unit", text: "50px" },
        { messageId: "unit", text: " 60 " },
      ],
      fixed: "<img src=a.jpg width=50 height='60'>",
    },
    {
      name: "other lengths, decimals and words",
      text: "<img src=a width=50%>\n<img src=a width='50%' style='border: 0' height=60>\n<img src=a width=374.6 height=-1>\n<img src=a width=auto height>\n<img src=a width=nullpx height=1e3>",
      path: "a.html",
      findings: [
        { messageId: "percent", severity: "warning", text: "50%" },
        { messageId: "percent", text: "50%" },
        { messageId: "notInteger", severity: "error", text: "374.6" },
        { messageId: "notInteger", text: "-1" },
        { messageId: "notInteger", text: "auto" },
        { messageId: "notInteger", text: "height" },
        { messageId: "notInteger", text: "nullpx" },
        { messageId: "notInteger", text: "1e3" },
      ],
    },
    {
      name: "a percentage goes into the style there is, or into a new one",
      text: "<img src=a width='50%' style='border: 0' height=60><img src=a width=50%>",
      path: "a.html",
      findings: [
        { messageId: "percent", text: "50%" },
        { messageId: "percent", text: "50%" },
      ],
      suggested: [
        "<img src=a style='width: 50%; border: 0' height=60><img src=a width=50%>",
        "<img src=a width='50%' style='border: 0' height=60><img src=a style=\"width: 50%\">",
      ],
    },
    {
      name: "nothing at all",
      text: "<img src=a width=0 height=0px>",
      path: "a.html",
      findings: [
        { messageId: "zero", severity: "error", text: "0" },
        { messageId: "zero", text: "0px" },
      ],
    },
    {
      name: "one of the two: one finding a file",
      text: "<img src=a width=50>\n<img src=b width=60>\n<img src=c height=60>",
      path: "a.html",
      findings: [
        { messageId: "onlyOne", at: "1:12-1:20", related: ["2:12-2:20"] },
        { messageId: "onlyOne", at: "3:12-3:21" },
      ],
    },
    {
      name: "sources and input images",
      text: "<picture><source srcset=a.png width=50px height=20><img src=a.png></picture><input type=image src=b.png width=1%>",
      path: "a.html",
      findings: [
        { messageId: "unit", text: "50px" },
        { messageId: "percent", text: "1%" },
      ],
      fixed:
        "<picture><source srcset=a.png width=50 height=20><img src=a.png></picture><input type=image src=b.png width=1%>",
    },
  ],
});
