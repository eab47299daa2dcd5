"""What came of a pulse: means and how far apart the answers are, or plainly why nothing is shown."""

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.pulse import Pulse, Scale, Standing
from handlers.views import ids
from handlers.views.blocks import paragraph, small_print
from prompts.pack import in_language
from prompts.words import Words


def pulse_view(say: Words, pulse: Pulse) -> View:
    about = say.rich(
        "pulse-about",
        standing=pulse.standing,
        reference=pulse.file.case.reference,
        title=in_language(pulse.pack.title, say.language),
        date=pulse.closes_on,
        smallest=pulse.pack.smallest_group or 0,
    )
    blocks: list[Block] = [paragraph(about)]
    if pulse.standing is Standing.SHOWN:
        blocks += [part for each in pulse.scales for part in _scale(say, each)]
    return View(
        type="modal",
        callback_id=ids.PULSE_VIEW,
        title=say.plain("pulse-title"),
        close=say.plain("form-done"),
        blocks=blocks,
    )


def _scale(say: Words, scale: Scale) -> list[Block]:
    question = in_language(scale.prompt.question, say.language)
    if scale.mark is None:
        return [paragraph(say.rich("pulse-too-few", question=question))]
    told = say.rich("pulse-mark", question=question, mean=f"{scale.mark.mean:g}", spread=scale.mark.spread)
    ends = scale.prompt.ends
    if ends is None:
        return [paragraph(told)]
    low, high = (in_language(end, say.language) for end in (ends.low, ends.high))
    return [paragraph(told), small_print(say.rich("pulse-ends", low=low, high=high))]
