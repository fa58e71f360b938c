"""The editor's own small libraries, run where they live: in Chromium, without a page around them."""
import pytest

from pages import awake


@pytest.fixture
def run(live, quiet):
    """`run(module, script)`: the script's value, with everything the module exports at hand as `it`."""
    quiet.goto(f"{live.url}/welcome")
    awake(quiet)

    def run(module: str, script: str):
        return quiet.evaluate(f"async () => {{ const it = await import('/static/at/now/js/lib/{module}.js'); {script} }}")
    return run


def test_a_scene_is_a_value_and_each_verb_makes_the_next_one(run):
    before, after = run("scene", """
        const scene = { place: "park", items: [{ kind: "figure", id: "a", who: "lily" }] }
        const after = it.change(it.move(scene, "a", 0.3, 0.8), "a", { feeling: "sad" })
        return [scene, after]""")
    assert before == {"place": "park", "items": [{"kind": "figure", "id": "a", "who": "lily"}]}
    assert after["items"][0] == {"kind": "figure", "id": "a", "who": "lily", "x": 0.3, "y": 0.8, "feeling": "sad"}


def test_nothing_is_moved_off_the_stage_or_sized_out_of_sense(run):
    moved, big, small = run("scene", """
        const scene = { items: [{ kind: "thing", id: "a", name: "teddy" }] }
        const one = (changed) => it.item(changed, "a")
        return [one(it.move(scene, "a", -3, 7)), one(it.resize(scene, "a", 99)), one(it.resize(scene, "a", 0))]""")
    assert (moved["x"], moved["y"]) == (0, 1) and big["size"] == 4 and small["size"] == 0.2


def test_what_somebody_holds_goes_with_them_and_is_let_go_when_it_is_removed(run):
    teddy, holder = run("scene", """
        const scene = { items: [{ kind: "figure", id: "a", who: "lily", x: 0.5, y: 0.9, holds: "t" }, { kind: "thing", id: "t", name: "teddy", x: 0.55, y: 0.7 }] }
        return [it.item(it.move(scene, "a", 0.6, 0.8), "t"), it.item(it.remove(scene, "t"), "a")]""")
    assert (teddy["x"], teddy["y"]) == (pytest.approx(0.65), pytest.approx(0.6)) and holder["holds"] is None


def test_a_bubbles_tail_moves_with_it(run):
    bubble = run("scene", """
        const scene = { items: [{ kind: "bubble", id: "b", words: "Hi", x: 0.5, y: 0.2, tip_x: 0.5, tip_y: 0.4 }] }
        return it.item(it.move(scene, "b", 0.6, 0.3), "b")""")
    assert (bubble["tip_x"], bubble["tip_y"]) == (pytest.approx(0.6), pytest.approx(0.5))


def test_layers_go_one_step_at_a_time_and_stop_at_the_ends(run):
    orders = run("scene", """
        const scene = { items: ["a", "b", "c"].map((id) => ({ kind: "thing", id, name: "teddy" })) }
        const order = (changed) => changed.items.map((one) => one.id).join("")
        return [it.shift(scene, "a", 1), it.shift(scene, "c", 1), it.shift(scene, "c", -1), it.shift(scene, "a", -1)].map(order)""")
    assert orders == ["bac", "abc", "acb", "abc"]


def test_turning_goes_round_for_a_person_and_over_for_a_thing(run):
    facings, flipped = run("scene", """
        let scene = { items: [{ kind: "figure", id: "a", who: "x" }, { kind: "thing", id: "t", name: "bed" }] }
        const facings = [1, 2, 3].map(() => { scene = it.turn(scene, "a"); return it.item(scene, "a").facing })
        return [facings, it.item(it.turn(scene, "t"), "t").flipped]""")
    assert facings == ["left", "right", "front"] and flipped is True


def test_newcomers_find_a_free_spot_on_the_floor(run):
    places = run("scene", """
        let scene = { items: [] }
        for (let n = 0; n < 5; n++) scene = it.place(scene, { kind: "thing", name: "teddy", ...it.freeSpot(scene, 0.92) })
        return it.items(scene).map((one) => one.x)""")
    assert places[0] == 0.5 and len(set(places)) == 5


# Somebody tall, a child, and somebody whose wheelchair is wide; `room` is a place with these spots, where nobody has been drawn yet.
CAST = """
    const tall = { role: "mum", sits: true, box: [-0.08, -0.58, 0.08, 0], face: [-0.04, -0.52, 0.04, -0.4] }
    const low = { role: "child", sits: true, box: [-0.07, -0.42, 0.07, 0], face: [-0.04, -0.37, 0.04, -0.26] }
    const rolls = { role: "judge", sits: false, box: [-0.1, -0.53, 0.1, 0], face: [-0.04, -0.48, 0.04, -0.36] }
    const room = (...spots) => ({ drawing: { people: { tall, low, rolls }, spots, floor: 0.92, front: null }, boxOf: () => null })
    const join = (scene, who, room) => it.join(scene, { kind: "figure", who, id: crypto.randomUUID() }, room)
    const crowd = (whos, room) => whos.reduce((scene, who) => join(scene, who, room), { items: [] }).items
    const spots = [0.5, 0.34, 0.66, 0.18, 0.82].map((x) => ({ name: `${x}`, x, y: 0.92 }))
"""


def test_people_take_the_spots_of_a_place_in_turn_and_are_as_large_as_the_others(run):
    landed = run("crowd", CAST + """
        const outdoors = room({ name: "bench", x: 0.2, y: 0.88, pose: "sit-on-sofa", size: 0.8 }, { name: "right", x: 0.7, y: 0.92, size: 0.8 })
        return crowd(["tall", "tall", "tall"], outdoors).map(({ x, y, pose, size }) => [x, y, pose ?? "stand", size])""")
    assert [0.2, 0.88, "sit-on-sofa", 0.8] in landed and [0.7, 0.92, "stand", 0.8] in landed
    assert len(landed) == 3 and all(size == pytest.approx(0.8, abs=0.07) for *_, size in landed)


def test_a_seat_is_for_who_sits_a_bed_for_who_lies_and_the_rug_for_children(run):
    landed = run("crowd", CAST + """
        const seats = [{ name: "sofa", x: 0.2, y: 0.88, pose: "sit-on-sofa" }, { name: "rug", x: 0.6, y: 0.955, pose: "sit-on-floor" }]
        const first = (who, ...some) => join({}, who, room(...some, spots[4])).items[0].x
        const bed = { name: "bed", x: 0.3, y: 0.74, pose: "lie" }, lies = it.join({}, { kind: "figure", who: "tall", pose: "lie" }, room(spots[4], bed))
        return [first("rolls", seats[0]), first("tall", seats[1]), first("low", seats[1]), first("tall", seats[0]), first("tall", bed), lies.items[0].x]""")
    assert landed == [0.82, 0.82, 0.6, 0.2, 0.82, 0.3]


def test_in_a_crowd_nobody_is_moved_and_whoever_is_nearer_or_smaller_is_drawn_in_front(run):
    before, after = run("crowd", CAST + """
        let scene = { items: [{ kind: "figure", id: "hand", who: "tall", x: 0.42, y: 0.8, size: 1.1 }] }, before = scene.items
        for (const who of ["low", "tall", "low", "tall", "tall", "rolls", "tall"]) scene = join(scene, who, room(...spots))
        return [before, scene.items]""")
    assert before[0] in after and len(after) == 8
    depths = [(one["y"], one["who"] != "tall") for one in after]
    assert depths == sorted(depths)
    assert len({(one["x"], one["y"]) for one in after}) == 8


def test_who_is_put_in_hides_nothing_that_is_said(run):
    order = run("crowd", CAST + """
        const scene = { items: [{ kind: "thing", id: "t", name: "teddy" }, { kind: "bubble", id: "b", words: "hello" }] }
        return join(scene, "tall", room(...spots)).items.map((one) => one.kind)""")
    assert order == ["thing", "figure", "bubble"]


def test_nobody_who_is_put_in_is_cut_by_the_edge_of_the_picture(run):
    landed = run("crowd", CAST + """
        const narrow = room({ name: "left", x: 0.06, y: 0.9 }, { name: "right", x: 0.93, y: 0.9 })
        return [...crowd(["tall", "tall"], narrow), ...crowd(["rolls"], narrow)].map((one) => one.x)""")
    assert landed == pytest.approx([0.09, 0.91, 0.11])


def test_the_judge_sits_behind_the_bench_and_nobody_else_does(run):
    landed = run("crowd", CAST + """
        const court = room({ name: "judge", x: 0.5, y: 0.8 }, { name: "left", x: 0.2, y: 0.92 })
        return ["rolls", "tall"].map((who) => join({}, who, court).items[0]).map(({ x, y }) => [x, y])""")
    assert landed == [[0.5, 0.8], [0.2, 0.92]]


def test_somebody_goes_behind_a_table_or_comes_out_from_behind_it(run):
    told = run("scene", """
        const at = (y, kind = "figure") => ({ kind, id: "a", y })
        return [it.hasCrossed(0.88, at(0.92), at(0.8)), it.hasCrossed(0.88, at(0.8), at(0.92)), it.hasCrossed(0.88, at(0.9), at(0.92)),
                it.hasCrossed(0.88, at(0.92, "thing"), at(0.8, "thing")), it.hasCrossed(null, at(0.92), at(0.8))]""")
    assert told == [True, True, False, False, False]


def test_where_somebody_is_can_be_said(run):
    said = run("scene", """
        const scene = { items: [{ kind: "figure", id: "a", who: "x", x: 0.2 }, { kind: "figure", id: "b", who: "y", x: 0.3 }, { kind: "thing", id: "t", name: "bed", x: 0.9 }] }
        return [it.whereabouts(scene, "a", () => "Aunty Jo"), it.whereabouts(scene, "t", () => "")]""")
    assert said == ["on the left, beside Aunty Jo", "on the right"]


def test_boxes_stay_on_the_stage_but_may_come_back_onto_it(run):
    kept = run("boxes", """
        return [it.within([0.1, 0.2, 0.3, 0.9], -0.5, 0.5), it.within([-0.2, 0.2, 0.3, 0.9], -0.1, 0), it.within([-0.2, 0.2, 0.3, 0.9], 0.1, 0)]""")
    assert kept == [{"dx": pytest.approx(-0.1), "dy": pytest.approx(0.1)}, {"dx": 0, "dy": 0}, {"dx": pytest.approx(0.1), "dy": 0}]


def test_a_tap_of_an_unsteady_hand_is_still_a_tap(run):
    assert run("gesture", """
        const gesture = new it.Gesture(), did = []
        gesture.press(1, { x: 0, y: 0 }); did.push(gesture.move(1, { x: 5, y: 5 })); did.push(gesture.release(1))
        gesture.press(1, { x: 0, y: 0 }); did.push(gesture.move(1, { x: 8, y: 0 })); did.push(gesture.move(1, { x: 3, y: 4 })); did.push(gesture.release(1))
        return did""") == [None, "tap", {"dx": 8, "dy": 0}, {"dx": 3, "dy": 4}, "drag"]


def test_two_fingers_pinch_and_the_one_that_stays_does_not_drag(run):
    assert run("gesture", """
        const gesture = new it.Gesture(), did = []
        gesture.press(1, { x: 0, y: 0 }); gesture.press(2, { x: 100, y: 0 })
        did.push(gesture.move(2, { x: 200, y: 0 }).scale, gesture.release(2), gesture.move(1, { x: 90, y: 90 }), gesture.release(1), gesture.state)
        return did""") == [2, "pinch", None, None, "idle"]


def test_undo_takes_back_a_word_and_redo_brings_it_again(run):
    assert run("history", """
        let now = 0
        const history = new it.History("", () => now), said = []
        for (const text of ["d", "do", "dog"]) { now += 100; history.keep(text, "words") }
        now += 5000; history.keep("dog barks", "words"); history.keep("moved", null)
        said.push(history.undo(), history.undo(), history.undo(), history.undo(), history.redo(), history.redo())
        history.keep("other"); said.push(history.redo())
        return said""") == ["dog barks", "dog", "", "", "dog", "dog barks", "other"]


# ---- keeping ----

SERVER = """
    const said = [], asked = []
    document.addEventListener("keeping", ({ detail }) => said.push(detail.state))
    const digest = async (text) => [...new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)))].map((b) => b.toString(16).padStart(2, "0")).join("")
    const reply = (status, answer) => new Response(JSON.stringify(answer), { status, headers: { "Content-Type": "application/json" } })
    const keeps = async (body, rev) => reply(200, { rev, sha256: await digest(body) })
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
    const listen = (answer) => { window.fetch = async (url, { body, headers }) => {
      asked.push({ body: JSON.parse(body), rev: headers["If-Match"], key: headers["Idempotency-Key"] }); return answer(body, asked.length) } }
"""


def test_a_change_is_saved_on_its_own_revision_and_the_next_on_the_returned_one(run):
    asked, said, kept = run("save", SERVER + """
        listen((body, n) => keeps(body, 7 + n))
        const sheet = new it.KeptSheet({ url: "/x", rev: 7, value: { words: "" } })
        sheet.change({ words: "a" }); await sheet.flush()
        sheet.change({ words: "b" }); await sheet.flush()
        return [asked, said, sheet.isKept]""")
    assert [(one["body"]["words"], one["rev"]) for one in asked] == [("a", '"7"'), ("b", '"8"')]
    assert asked[0]["key"] != asked[1]["key"] and said == ["saving", "saved", "saving", "saved"] and kept


def test_typing_is_gathered_for_a_moment_and_one_request_goes_at_a_time(run):
    asked, most = run("save", SERVER + """
        let underWay = 0, most = 0
        listen(async (body, n) => { most = Math.max(most, ++underWay); await pause(300); underWay--; return keeps(body, n + 1) })
        const sheet = new it.KeptSheet({ url: "/x", rev: 1, value: "" })
        for (const text of ["d", "do", "dog"]) { sheet.change(text); await pause(50) }
        const early = asked.length
        await pause(900); sheet.change("dog b"); sheet.flush(); sheet.change("dog barks"); await sheet.flush()
        return [[early, ...asked.map((one) => one.body)], most]""")
    assert asked[0] == 0 and asked[1] == "dog" and asked[-1] == "dog barks" and most == 1


def test_without_an_answer_the_same_request_goes_again_with_the_same_key(run):
    asked, said = run("save", SERVER + """
        listen((body, n) => { if (n < 3) throw new TypeError("offline"); return keeps(body, 2) })
        const sheet = new it.KeptSheet({ url: "/x", rev: 1, value: "" })
        sheet.change("a"); await sheet.flush(); sheet.change("ab"); await sheet.tryNow(); await sheet.tryNow(); await sheet.flush()
        return [asked, said]""")
    assert [one["body"] for one in asked] == ["a", "a", "a", "ab"]
    assert len({one["key"] for one in asked[:3]}) == 1 and asked[3]["key"] != asked[0]["key"]
    assert said[:3] == ["saving", "waiting", "waiting"] and said[-1] == "saved"


def test_saved_is_not_said_when_the_server_kept_something_else(run):
    said = run("save", SERVER + """
        listen(() => reply(200, { rev: 2, sha256: "0".repeat(64) }))
        const sheet = new it.KeptSheet({ url: "/x", rev: 1, value: "" })
        sheet.change("a"); await sheet.flush(); sheet.close()
        return said""")
    assert said == ["saving", "waiting"]


def test_a_second_version_is_told_and_typing_goes_on_being_kept(run):
    asked, said = run("save", SERVER + """
        listen((body) => reply(409, { rev: 5, beside: { rev: 6 } }))
        const sheet = new it.KeptSheet({ url: "/x", rev: 1, value: "" })
        sheet.change("a"); await sheet.flush(); sheet.change("ab"); await sheet.flush()
        return [asked.map((one) => one.body), said]""")
    assert asked == ["a", "ab"] and said == ["saving", "beside", "beside"]


def test_what_can_never_fit_is_said_and_stays_on_the_page(run):
    said, kept = run("save", SERVER + """
        listen((body, n) => n === 1 ? reply(422, { sentence: "Too long." }) : keeps(body, 2))
        const sheet = new it.KeptSheet({ url: "/x", rev: 1, value: "" })
        sheet.change("long"); await sheet.flush()
        const sentence = sheet.sentence, wasKept = sheet.isKept
        sheet.change("short"); await sheet.flush()
        return [[...said, sentence], [wasKept, sheet.isKept]]""")
    assert said == ["saving", "refused", "saving", "saved", "Too long."] and kept == [False, True]


def test_a_closing_page_sends_what_is_unsent_after_it(run):
    asked = run("save", SERVER + """
        listen(async (body, n) => { await pause(200); return keeps(body, n + 1) })
        const sheet = new it.KeptSheet({ url: "/x", rev: 1, value: "" })
        sheet.change("a"); sheet.flush(); sheet.change("ab"); sheet.close()
        return asked""")
    assert [(one["body"], one["rev"]) for one in asked] == [("a", '"1"'), ("a", '"1"'), ("ab", '"2"')]
    assert asked[0]["key"] == asked[1]["key"]
