"""The theme: the colours every contrast was chosen for, the fonts, and flat fills and lines."""

from __future__ import annotations

_COLOURS = {
    "dk1": "1F2A37",
    "lt1": "FFFFFF",
    "dk2": "0B3C5D",
    "lt2": "F2F4F7",
    "accent1": "0B3C5D",
    "accent2": "B54708",
    "accent3": "5B6776",
    "accent4": "067647",
    "accent5": "175CD3",
    "accent6": "B42318",
    "hlink": "175CD3",
    "folHlink": "6941C6",
}
_FONT = "Arial"
_LINE_WIDTHS_EMU = (6_350, 12_700, 19_050)
_NAME = "deckgen"


def theme() -> str:
    """Return the `a:theme` document. Arial, because every machine that opens decks has it."""
    colours = "".join(
        f'<a:{role}><a:srgbClr val="{value}"/></a:{role}>' for role, value in _COLOURS.items()
    )
    fonts = f'<a:latin typeface="{_FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
        for width in _LINE_WIDTHS_EMU
    )
    return f"""
        <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{_NAME}">
          <a:themeElements>
            <a:clrScheme name="{_NAME}">{colours}</a:clrScheme>
            <a:fontScheme name="{_NAME}">
              <a:majorFont>{fonts}</a:majorFont>
              <a:minorFont>{fonts}</a:minorFont>
            </a:fontScheme>
            <a:fmtScheme name="{_NAME}">
              <a:fillStyleLst>{fill * 3}</a:fillStyleLst>
              <a:lnStyleLst>{lines}</a:lnStyleLst>
              <a:effectStyleLst>
                {"<a:effectStyle><a:effectLst/></a:effectStyle>" * 3}
              </a:effectStyleLst>
              <a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>
            </a:fmtScheme>
          </a:themeElements>
          <a:objectDefaults/>
          <a:extraClrSchemeLst/>
        </a:theme>"""
