"""What a visitor without a browser makes of Streamlit's messages."""

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.visitor import Held


def _element() -> ForwardMsg:
    message = ForwardMsg(hash="a" * 64)
    group = message.delta.new_element.button_group
    group.id = "$$ID-0123456789abcdef-address-chi_so"
    for name in ("PCI", "PAPI"):
        group.options.add(content=name)
    message.metadata.cacheable = True
    return message


def _finished(status: "ForwardMsg.ScriptFinishedStatus.ValueType" = ForwardMsg.FINISHED_SUCCESSFULLY) -> ForwardMsg:
    return ForwardMsg(script_finished=status)


def test_a_row_of_buttons_is_known_by_the_key_that_the_page_gave_it() -> None:
    held = Held()
    assert not held.take(_element())
    assert held.buttons == {"address-chi_so": ("$$ID-0123456789abcdef-address-chi_so", ("PCI", "PAPI"))}


def test_a_list_and_a_place_for_a_file_are_known_too() -> None:
    held, message = Held(), ForwardMsg()
    message.delta.new_element.selectbox.id = "$$ID-00ff-address-nam"
    message.delta.new_element.selectbox.options.extend(["2024", "2023"])
    held.take(message)
    message.delta.new_element.file_uploader.id = "$$ID-00ff-own results: place for a file 0"
    held.take(message)
    assert held.lists == {"address-nam": ("$$ID-00ff-address-nam", ("2024", "2023"))}
    assert held.places_for_files == ["$$ID-00ff-own results: place for a file 0"]


def test_a_run_is_over_when_its_script_is_and_not_when_another_run_follows_at_once() -> None:
    held = Held()
    assert not held.take(_finished(ForwardMsg.FINISHED_EARLY_FOR_RERUN))
    assert held.take(_finished())


def test_session_page_and_address_are_those_of_the_server() -> None:
    held = Held(query="chi_so=PAPI")
    message = ForwardMsg()
    message.new_session.initialize.session_id = "one"
    held.take(message)
    message = ForwardMsg()
    message.navigation.page_script_hash = "hash of the page"
    held.take(message)
    message = ForwardMsg()
    message.page_info_changed.query_string = "chi_so=PCI"
    held.take(message)
    assert (held.session, held.page, held.query) == ("one", "hash of the page", "chi_so=PCI")


def test_an_element_that_is_named_only_was_held_and_stays_for_two_runs_more() -> None:
    held, known = Held(), ForwardMsg(ref_hash="a" * 64)
    held.take(_element())
    held.take(_finished())
    held.take(known)
    for _ in range(3):
        assert list(held.remembered) == ["a" * 64]
        held.take(_finished())
    assert held.faults == []
    held.take(_finished())
    assert held.remembered == {}
    held.take(known)
    assert held.faults == ["an element was taken for known"]


def test_what_went_wrong_on_the_page_is_a_fault() -> None:
    held, message = Held(), ForwardMsg()
    message.delta.new_element.exception.message = "This app has encountered an error."
    held.take(message)
    message = ForwardMsg()
    message.page_not_found.page_name = "nowhere"
    held.take(message)
    held.take(_finished(ForwardMsg.FINISHED_WITH_COMPILE_ERROR))
    assert held.faults == ["This app has encountered an error.", "page not found", "the script cannot be run"]
