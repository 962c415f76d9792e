import rule from "../../../rules/text/assistant-residue.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "prose about models",
      text: "As a language model, it predicts words.\n\nHere is the revised schedule.\n\nI am an AI researcher.\n",
    },
    {
      name: "what a person says at the end",
      text: "I hope this helps! Let me know if you have questions.\n\nLet me know if you find a bug.\n",
    },
    { name: "an answer of a person", text: "Sure! Here are the boats that leave at four.\n" },
    { name: "quotations and code", text: "> As an AI, I cannot fish.\n\n`【1†source】`\n" },
    { name: "a reference sign", text: "Boats† leave at four.\n" },
  ],
  invalid: [
    {
      name: "a refusal",
      text: "One.\n\nI'm sorry, but I cannot assist with that request.\n\nTwo.\n",
      findings: [
        { messageId: "remark", text: "I'm sorry, but I cannot assist with that request." },
      ],
    },
    {
      name: "a model that speaks",
      text: "One.\n\nAs an AI language model, I cannot check the tides.\n\nTwo.\n",
      findings: [
        { messageId: "remark", text: "As an AI language model, I cannot check the tides." },
      ],
    },
    {
      name: "offers at the end",
      text: "One.\n\nI hope this helps! Please let me know if you'd like me to shorten it.\n\nTwo.\n",
      findings: [
        {
          messageId: "remark",
          text: "I hope this helps! Please let me know if you'd like me to shorten it.",
        },
      ],
    },
    {
      name: "other languages",
      text: "One.\n\n作为一个AI语言模型，我无法核实价格。\n\nAls KI-Sprachmodell kann ich das nicht prüfen.\n\nTwo.\n",
      findings: [
        { messageId: "remark", text: "作为一个AI语言模型，我无法核实价格。" },
        { messageId: "remark", text: "Als KI-Sprachmodell kann ich das nicht prüfen." },
      ],
    },
    {
      name: "citations of one article as one finding",
      text: "Boats leave at four【4†source】. They return.【5:1†log.pdf】\n",
      findings: [{ messageId: "citation", text: "【4†source】" }],
      suggested: ["Boats leave at four. They return.\n"],
    },
  ],
});
