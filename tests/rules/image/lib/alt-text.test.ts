import { describe, expect, it } from "vitest";
import { flawOfAlt, IMAGE_PREFIXES, imagePrefixOf } from "../../../../rules/image/lib/alt-text.js";

describe("flawOfAlt", () => {
  it.each([
    "图片",
    "圖",
    "图1",
    "图 1：",
    "图片描述",
    "image",
    "Image",
    "ＩＭＡＧＥ",
    "IMAGE 12",
    "[image]",
    "alt text",
    "Alt-Text",
    "img",
    "photo",
    "untitled",
    "IMG_1234",
    "IMG 20240301 120000",
    "DSC00412",
    "Screenshot",
    "Screenshot 2024-03-01 at 10.00.00",
    "Screen Shot 2012-06-01 at 9.15.02 AM",
    "屏幕截图 2024-03-01",
    "微信图片_20220301",
    "画像",
    "スクリーンショット 2024-03-01 10.00.00",
    "사진",
    "Bild",
    "Abb. 3",
    "capture d’écran",
    "imagen",
    "скриншот",
    "enter image description here",
    "在这里插入图片描述",
  ])("calls %j a placeholder", (alt) => {
    expect(flawOfAlt(alt)).toBe("placeholder");
  });

  it.each([
    "点击查看大图",
    "點擊放大",
    "请点击图片查看大图",
    "点击这里",
    "长按识别二维码",
    "Click to enlarge",
    "click here",
    "Click on the image to view a larger version",
    "Tap to zoom",
    "クリックすると拡大します",
    "클릭하면 확대됩니다",
    "Zum Vergrößern anklicken",
    "Cliquez sur l’image pour l'agrandir",
    "Haga clic para ampliar",
  ])("calls %j an instruction", (alt) => {
    expect(flawOfAlt(alt)).toBe("instruction");
  });

  it.each([" ", "\u00a0", '""', "“”", "-", "...", "\u3000"])("calls %j blank", (alt) => {
    expect(flawOfAlt(alt)).toBe("blank");
  });

  it.each(["dawn.jpg", "image.png", "weekly.JPG", "https://img.example/a", "/img/dawn.webp"])(
    "calls %j a file name",
    (alt) => {
      expect(flawOfAlt(alt)).toBe("file-name");
    },
  );

  it("calls the file's own odd name a file name, but not a word that is its name too", () => {
    expect(flawOfAlt("harbour_at_dawn", { src: "img/harbour_at_dawn.jpg" })).toBe("file-name");
    expect(flawOfAlt("Crowdin", { src: "img/crowdin.png" })).toBeUndefined();
  });

  it.each([
    "",
    "Photo of the harbour at dawn",
    "图片编辑器的主窗口",
    "启动流程图",
    "NASA/JPL",
    "Download photo.jpg from the site",
    "Click the Save button in the toolbar",
    "点击“新建”按钮后的界面",
    "Node.js Logo",
    "😀",
    "5",
    "P2P",
    "GPT-4",
    "Figure skating pair",
    "Imagery",
    "Screenshot of Opera Mini",
    "Photoshop",
    "None of the above",
    "点击率曲线",
  ])("finds nothing wrong with %j", (alt) => {
    expect(flawOfAlt(alt)).toBeUndefined();
  });

  it("takes other words instead of, or besides, its own", () => {
    expect(flawOfAlt("image", { words: ["agency"] })).toBeUndefined();
    expect(flawOfAlt("Agency", { words: ["agency"] })).toBe("placeholder");
    expect(flawOfAlt("Agency", { add: ["agency"] })).toBe("placeholder");
    expect(flawOfAlt("image", { add: ["agency"] })).toBe("placeholder");
  });
});

describe("imagePrefixOf", () => {
  it("finds opening words that only say that there is an image", () => {
    expect(imagePrefixOf("Image of a crane", IMAGE_PREFIXES)).toBe("Image of");
    expect(imagePrefixOf("图为谈判现场", IMAGE_PREFIXES)).toBe("图为");
  });

  it("does not find them inside longer words", () => {
    expect(imagePrefixOf("Image often seen", IMAGE_PREFIXES)).toBe("");
    expect(imagePrefixOf("Images of cranes", IMAGE_PREFIXES)).toBe("");
  });
});
