/**
 * Clipboards in the shape that Word, WPS, Excel and a browser write them, the words made up. Shortened where the same
 * thing comes again and again.
 */

const WORD_HEAD = (styles: string): string => `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/clerk/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:仿宋_GB2312; panose-1:2 1 6 9 3 1 1 1 1 1;}
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no; mso-style-parent:""; margin:0cm; text-align:justify; text-justify:inter-ideograph;
	mso-pagination:none; font-size:10.5pt; font-family:"Calibri",sans-serif;}
 p.MsoTitle {mso-style-name:标题; text-align:center; font-size:16.0pt; font-weight:bold;}
 a:link, span.MsoHyperlink {color:#0563C1; text-decoration:underline;}
${styles} -->
</style>
</head>
<body lang=ZH-CN link="#0563C1" style='tab-interval:21.0pt;word-wrap:break-word'>
<!--StartFragment-->
`;

const WORD_END = '\n<!--EndFragment-->\n</body>\n</html>';

export const WORD_NOTICE = `${WORD_HEAD(` h2 {mso-style-link:"标题 2 字符"; mso-outline-level:2; font-size:16.0pt;}
 @page WordSection1 {size:595.3pt 841.9pt;}
`)}
<p class=MsoTitle><span style='font-size:22.0pt;font-family:方正小标宋简体'>示范镇人民政府<br>
关于开展冬季农田水利检修的通知<span lang=EN-US><o:p></o:p></span></span></p>

<p class=MsoNormal><span lang=EN-US style='font-size:16.0pt'><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal style='line-height:28.0pt;mso-line-height-rule:exactly'><span
style='font-size:16.0pt;font-family:仿宋_GB2312'>各村民委员会：<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt'><span style='font-size:16.0pt;
font-family:仿宋_GB2312'>为保障明年春灌，定于<span lang=EN-US>2026</span>年<span lang=EN-US>12</span>月对
全镇主要渠道进行检修，请配合。<span lang=EN-US><o:p></o:p></span></span></p>
<h2><span style='font-family:黑体'>一、检修范围<span lang=EN-US><o:p></o:p></span></span></h2>
<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><b style='mso-bidi-font-weight:normal'><span
style='font-size:16.0pt'>东干渠</span></b><span style='font-size:16.0pt'>、西干渠。联系电话见<a
href="https://www.example.gov.cn/zn"><span class=MsoHyperlink>网页</span></a>。<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal><span lang=EN-US><img width=553 height=311 id="图片 1"
src="file:///C:/Users/clerk/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg" v:shapes="图片_x0020_1"></span></p>
<p class=MsoNormal align=right style='text-align:right'><!--[if gte vml 1]><v:shape id="印章" style='position:absolute'/><![endif]--><![if !vml]><span
style='mso-ignore:vglayout;position:absolute;z-index:251659264;left:0px;margin-left:339px;width:160px;height:160px'><img
width=160 height=160 src="file:///C:/Users/clerk/AppData/Local/Temp/msohtmlclip1/01/clip_image003.png"></span><![endif]><span
style='font-size:16.0pt'>示范镇人民政府<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal align=right style='text-align:right'><span lang=EN-US style='font-size:16.0pt'>2026</span><span
style='font-size:16.0pt'>年<span lang=EN-US>11</span>月<span lang=EN-US>10</span>日</span></p>
<p class=MsoNormal><span style='font-size:16.0pt'>　　（此件公开发布）</span></p>
${WORD_END}`;

const item = (style: string, marker: string, font: string, words: string): string =>
  `<p class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt;mso-char-indent-count:0;mso-list:${style}'><![if !supportLists]><span
lang=EN-US style='font-family:${font}'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>${words}<span lang=EN-US><o:p></o:p></span></p>
`;

const numbered = (style: string, marker: string, words: string): string =>
  item(style, marker, '仿宋_GB2312', words).replace(
    'text-indent:-18.0pt;mso-char-indent-count:0',
    'text-indent:32.0pt;mso-char-indent-count:2.0',
  );

export const WORD_LISTS = `${WORD_HEAD(` @list l0 {mso-list-id:123; mso-list-type:hybrid;}
 @list l0:level1 {mso-level-text:"%1\\."; mso-level-tab-stop:none;}
 @list l1:level2 {mso-level-number-format:bullet; mso-level-text:\\F0D8; font-family:Wingdings;}
 @list l2:level1 {mso-level-number-format:chinese-counting; mso-level-text:"%1、"; mso-level-suffix:none;}
`)}
${item('l0 level1 lfo1', '1.', 'Calibri', '申请人提交材料')}
${item('l0 level1 lfo1', '2.', 'Calibri', '受理')}
${item('l1 level2 lfo1', '\u00d8', 'Wingdings', '当场受理')}
${item('l1 level2 lfo1', '\u00d8', 'Wingdings', '网上受理')}
${numbered('l2 level1 lfo2', '一、', '总体要求')}
${numbered('l3 level1 lfo2', '（一）', '工作目标')}
${item('l0 level1 lfo1', '3.', 'Calibri', '审核')}
${item('l0 level1 lfo1', '4.', 'Calibri', '发证')}
${item('l5 level1 lfo9', '\u00b7', 'Symbol', '其他')}
${numbered('l6 level1 lfo3', '第一条', '为规范管理，制定本办法。')}
${WORD_END}`;

export const WORD_TABLE = `${WORD_HEAD('')}
<p class=MsoNormal align=center style='text-align:center'>附表</p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <thead>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=184 rowspan=2 valign=top style='width:138.3pt;border:solid windowtext 1.0pt'>
  <p class=MsoNormal align=center style='text-align:center'>项目<span lang=EN-US><o:p></o:p></span></p></td>
  <td width=184 colspan=2 valign=top><p class=MsoNormal>金额（万元）</p></td>
 </tr>
 <tr style='mso-yfti-irow:1'><td><p class=MsoNormal>预算</p></td><td><p class=MsoNormal>决算</p></td></tr>
 </thead>
 <tr style='mso-yfti-irow:2'>
  <td><p class=MsoNormal style='text-indent:21.0pt'>道路养护</p></td>
  <td><p class=MsoNormal align=right><span lang=EN-US>12.5</span></p></td><td><p class=MsoNormal><span lang=EN-US>12.3</span></p></td>
 </tr>
 <tr style='mso-yfti-irow:3;mso-yfti-lastrow:yes'><td colspan=3><p class=MsoNormal>合计：<span lang=EN-US>24.8</span></p></td></tr>
 <![if !supportMisalignedColumns]>
 <tr height=0><td width=184 style='border:none'></td><td width=92 style='border:none'></td><td width=92 style='border:none'></td></tr>
 <![endif]>
</table>
<p class=MsoNormal>说明：无。</p>
${WORD_END}`;

export const WORD_REVISED = `${WORD_HEAD('')}
<p class=MsoNormal>补助标准为每亩<del cite="mailto:%E7%8E%8B" datetime="2026-11-01T09:00"><span lang=EN-US>150</span></del><ins
cite="mailto:%E7%8E%8B" datetime="2026-11-01T09:00"><span lang=EN-US>200</span></ins>元<span
style='mso-special-character:comment;'><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[王1]</a></span>。<span
style='display:none;mso-hide:all'>内部掌握</span></p>
<div style='mso-element:comment-list'><hr class=msocomoff align=left size=1 width="33%">
<div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText>再核一下</p></div></div></div>
${WORD_END}`;

export const WPS_NOTICE = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type  content="text/html; charset=utf-8" ><meta name=ProgId  content=Word.Document ><meta name=Generator  content="Microsoft Word 14" ><title></title><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>clerk</o:Author></o:DocumentProperties></xml><![endif]--><style>
@font-face{
font-family:"Times New Roman";
}
@list l0:level1{
mso-level-number-format:chinese-counting;
mso-level-suffix:none;
mso-level-start-at:1;
mso-level-text:"%1、";
}
@list l1:level1{
mso-level-start-at:1;
mso-level-text:"%1.";
}
p.MsoNormal{
mso-style-name:正文;
mso-style-parent:"";
margin:0pt;
margin-bottom:.0001pt;
mso-pagination:none;
text-align:justify;
text-justify:inter-ideograph;
font-family:Calibri;
font-size:10.5000pt;
}
span.10{
font-family:'Times New Roman';
}
p.16{
mso-style-name:居中标题;
text-align:center;
font-weight:bold;
}
</style></head><body style="tab-interval:21pt;text-justify-trim:punctuation;" ><!--StartFragment--><p class=16 ><span style="mso-spacerun:'yes';font-family:方正小标宋简体;font-size:22.0000pt;mso-font-kerning:1.0000pt;" ><font face="方正小标宋简体" >关于</font>2026<font face="方正小标宋简体" >年度预算的公告</font></span><span style="mso-spacerun:'yes';font-size:22.0000pt;" ><o:p></o:p></span></p><p class=MsoNormal  style="text-indent:32.0000pt;mso-char-indent-count:2.0000;mso-list:l0 level1 lfo1;" ><![if !supportLists]><span style="font-family:黑体;font-size:16.0000pt;" ><span style='mso-list:Ignore;' >一、<span>&nbsp;</span></span></span><![endif]><span style="mso-spacerun:'yes';font-family:黑体;font-size:16.0000pt;" ><font face="黑体" >收入情况</font></span><span style="font-size:16.0000pt;" ><o:p></o:p></span></p><p class=MsoNormal  style="text-indent:32.0000pt;" ><span style="mso-spacerun:'yes';font-family:仿宋;font-size:16.0000pt;" ><font face="仿宋" >全年收入</font>120<font face="仿宋" >万元，增长</font>3%<font face="仿宋" >。</font></span><span style="font-size:16.0000pt;" ><o:p></o:p></span></p><p class=MsoNormal  style="margin-left:21.0000pt;text-indent:-21.0000pt;mso-list:l1 level1 lfo2;" ><![if !supportLists]><span style="font-size:16.0000pt;" ><span style='mso-list:Ignore;' >1.<span>&nbsp;</span></span></span><![endif]><span style="font-size:16.0000pt;" ><font face="仿宋" >税收收入</font></span></p><p class=MsoNormal  style="margin-left:21.0000pt;text-indent:-21.0000pt;mso-list:l1 level1 lfo2;" ><![if !supportLists]><span style="font-size:16.0000pt;" ><span style='mso-list:Ignore;' >2.<span>&nbsp;</span></span></span><![endif]><span style="font-size:16.0000pt;" ><font face="仿宋" >其他收入</font></span></p><table class=MsoTableGrid  border=1  cellspacing=0  style="border-collapse:collapse;mso-table-layout-alt:fixed;" ><thead><tr><td width=284  valign=top  style="width:213.0500pt;" ><p class=MsoNormal ><span><font face="宋体" >科目</font></span></p></td><td width=284 ><p class=MsoNormal ><span><font face="宋体" >金额</font></span></p></td></tr></thead><tr><td><p class=MsoNormal ><font face="宋体" >税收</font></p></td><td><p class=MsoNormal >100</p></td></tr></table><p class=MsoNormal ><img width="400"  height="300"  src="file:///C:\\Users\\clerk\\AppData\\Local\\Temp\\ksohtml12044\\wps1.jpg" ><img width="40"  height="30"  src="C:/Users/clerk/AppData/Local/Temp/ksohtml/wps2F.tmp.png" ></p><p class=MsoNormal ><span style="position:absolute;z-index:1;margin-left:300.0000pt;width:120.0000pt;height:120.0000pt;" ><img width="160"  height="160"  src="file:///C:\\Users\\clerk\\AppData\\Local\\Temp\\ksohtml12044\\wps2.png" ></span></p><!--EndFragment--></body></html>`;

export const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
<!--table {mso-displayed-decimal-separator:"\\.";} .xl65 {text-align:center;} --></style></head><body>
<table border=0 cellpadding=0 cellspacing=0 width=144><col width=72 span=2>
<!--StartFragment--><tr height=19><td height=19 class=xl65 width=72>姓名</td><td width=72>金额</td></tr>
<tr height=0 style='display:none'><td>内部</td><td align=right>9</td></tr>
<tr height=19><td colspan=2 class=xl65>合计</td></tr><!--EndFragment--></table></body></html>`;

export const PAGE = `<meta charset='utf-8'><div class="article" onclick="globalThis.ran = 1"><h2>办事指南</h2>
<script>globalThis.ran = 1</script><style>p { color: red }</style>
请点<a href="javascript:globalThis.ran=1">这里</a>，或者看<a href="file:///C:/notice.docx">通知</a>。<img src="https://a.example/x.png" onerror="globalThis.ran=1">
<iframe src="https://a.example/"></iframe>
<ol start="4"><li>第四步<ul><li>细目</li></ul></li></ol><hr></div>`;
